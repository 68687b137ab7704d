/**
 * The model's LSTMs, run by ONNX Runtime on one thread. Windows of like length go through together; each has its own
 * length in the batch, so that padding and companions change nothing of its result.
 */
import { readFileSync } from 'node:fs'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { EngineUnavailable } from '../attribution.ts'
import { TAGS } from './crf.ts'

export interface Network {
  /**
   * Emissions of a batch.
   * @param x [time, batch, width], what lies beyond a sequence's length ignored
   * @returns [time, batch, TAGS]
   */
  run(x: Float32Array, lengths: Int32Array): Promise<Float32Array>
}

/** The network in an ONNX file, ready to run. @throws EngineUnavailable where ONNX Runtime does not load */
export async function loadNetwork(path: URL): Promise<Network> {
  let runtime: { InferenceSession: typeof InferenceSession; Tensor: typeof Tensor }
  try {
    runtime = await import('onnxruntime-node')
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n')[0] : cause
    throw new EngineUnavailable(
      `ONNX Runtime cannot be loaded (${reason}); install it (npm install onnxruntime-node --onnxruntime-node-install=skip), or read with the rules instead: --engine rules`,
      { cause },
    )
  }
  const session = await runtime.InferenceSession.create(readFileSync(path), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    executionProviders: ['cpu'],
  })
  return {
    async run(x, lengths) {
      const batch = lengths.length
      const time = Math.max(...lengths)
      const { emissions } = await session.run({
        x: new runtime.Tensor('float32', x, [time, batch, x.length / (time * batch)]),
        lengths: new runtime.Tensor('int32', lengths, [batch]),
      })
      const { data } = emissions as Tensor
      if (!(data instanceof Float32Array) || data.length !== time * batch * TAGS)
        throw new Error(`${path} gives no emissions of ${TAGS} tags`)
      return data
    },
  }
}
