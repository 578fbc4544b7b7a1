package io.sluice.bench.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether this machine has the files and the ports for so many requests at once. */
public final class Capacity {
  private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
  private static final int FILES_FOR_ITSELF = 100;

  private Capacity() {}

  /** What is lacking, in one line with the remedy; empty if nothing is known to lack. */
  public static Optional<String> lack(int streams, MachineProbe machine) {
    return lack(streams, machine.mostFiles(), ports(PORTS));
  }

  static Optional<String> lack(int streams, long mostFiles, long ports) {
    if (mostFiles >= 0 && streams + FILES_FOR_ITSELF > mostFiles) {
      return Optional.of(
          streams
              + " requests at once need more than the "
              + mostFiles
              + " open files that are allowed; raise the limit with 'ulimit -n "
              + (streams + 2 * FILES_FOR_ITSELF)
              + "'");
    }
    if (ports >= 0 && streams > ports) {
      return Optional.of(
          streams
              + " requests at once need more than the "
              + ports
              + " ports of this machine; widen net.ipv4.ip_local_port_range, or use two machines");
    }
    return Optional.empty();
  }

  /** The number of local ports; -1 where the machine does not tell. */
  static long ports(Path range) {
    try {
      String[] bounds = Files.readString(range).strip().split("\\s+", -1);
      return bounds.length == 2 ? Long.parseLong(bounds[1]) - Long.parseLong(bounds[0]) + 1 : -1;
    } catch (IOException | NumberFormatException untold) {
      return -1;
    }
  }
}
