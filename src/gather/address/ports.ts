/**
 * Ports on which no web page is served: asking there would speak HTTP to another service (cross-protocol attacks).
 */

/** Below 1024 every port belongs to a service; these are the web's (IANA). */
const WEB_PORTS = new Set([80, 443, 591])

/** At 1024 and above: the Fetch standard's list of bad ports, and common databases, queues and consoles. */
const OTHER_SERVICES = new Set([
  1080, 1099, 1433, 1521, 1719, 1720, 1723, 1883, 2049, 2181, 2375, 2376, 2379, 2380, 3128, 3306, 3389, 3659, 4045,
  4190, 4444, 5060, 5061, 5432, 5672, 5900, 5984, 5985, 6000, 6379, 6443, 6566, 6660, 6661, 6662, 6663, 6664, 6665,
  6666, 6667, 6668, 6669, 6679, 6697, 7001, 8086, 8125, 8300, 8500, 8529, 8983, 9042, 9092, 9100, 9200, 9300, 10080,
  10250, 10255, 11211, 15672, 25565, 26257, 27017, 27018, 28017, 50070, 61616,
])

/** Whether a page may be asked for at this port. */
export function isWebPort(port: number): boolean {
  return port < 1024 ? WEB_PORTS.has(port) : port <= 65_535 && !OTHER_SERVICES.has(port)
}
