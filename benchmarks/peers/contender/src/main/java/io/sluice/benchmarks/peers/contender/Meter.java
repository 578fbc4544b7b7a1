package io.sluice.benchmarks.peers.contender;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/**
 * What this process has used since the meter was made: time, CPU time of all its threads with those
 * of the collector and the compiler, and bytes allocated by the threads that still live.
 */
final class Meter {

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> allocated = allocated();
  private final long cpu = system.getProcessCpuTime();
  private final long started = System.nanoTime();

  Figures per(long chunks) {
    double nanos = System.nanoTime() - started;
    double cpuNanos = system.getProcessCpuTime() - cpu;
    double bytes = newlyAllocated();
    return new Figures()
        .with("cpu", cpuNanos / chunks)
        .with("rate", chunks / nanos * 1e9)
        .with("bytes", bytes / chunks);
  }

  private long newlyAllocated() {
    long sum = 0;
    for (Map.Entry<Long, Long> thread : allocated().entrySet()) {
      sum += thread.getValue() - allocated.getOrDefault(thread.getKey(), 0L);
    }
    return sum;
  }

  private Map<Long, Long> allocated() {
    long[] ids = threads.getAllThreadIds();
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    Map<Long, Long> each = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      each.put(ids[i], Math.max(0, bytes[i]));
    }
    return each;
  }
}
