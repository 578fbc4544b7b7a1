package io.sluice.bench.audit;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** The figures of the JDK's management beans. */
final class SystemProbe implements MachineProbe {
  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  SystemProbe() {
    machine.getCpuLoad(); // The first call only starts the measurement.
  }

  @Override
  public long processCpuNanos() {
    return machine.getProcessCpuTime();
  }

  @Override
  public double machineCpu() {
    return machine.getCpuLoad();
  }

  @Override
  public long collectionMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .filter(millis -> millis > 0)
        .sum();
  }

  @Override
  public int processors() {
    return machine.getAvailableProcessors();
  }

  @Override
  public long openFiles() {
    return machine instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : -1;
  }

  @Override
  public long mostFiles() {
    return machine instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : -1;
  }
}
