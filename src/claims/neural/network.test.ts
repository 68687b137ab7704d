import { expect, test, vi } from 'vitest'
import { EngineUnavailable } from '../attribution.ts'
import { loadNetwork } from './network.ts'

vi.mock('onnxruntime-node', () => {
  throw new Error('libonnxruntime.so.1: cannot open shared object file')
})

test('where ONNX Runtime does not load, the way out is named', async () => {
  const loading = loadNetwork(new URL('../../../models/attributions.onnx', import.meta.url))
  await expect(loading).rejects.toThrow(EngineUnavailable)
  await expect(loading).rejects.toThrow('--engine rules')
})
