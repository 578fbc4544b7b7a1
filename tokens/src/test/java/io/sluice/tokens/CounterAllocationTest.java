package io.sluice.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a delta costs the heap: nothing. */
class CounterAllocationTest {

  private static final int ROUNDS = 5_000;

  private static final String[] DELTAS =
      ("The| still| water's|  |\n\n|camel|Case|\u4E2D|ABC|'|ll|12|345|\uD83D|\uDE00"
              + "| unbelievably|!?|/|\r\n")
          .split("\\|");

  @ParameterizedTest
  @EnumSource
  void appendingAndCountingAllocateNothing(TokenEncoding encoding) {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var counter = TokenCounter.of(encoding);
    count(counter);
    long before = threads.getCurrentThreadAllocatedBytes();
    count(counter);
    long each =
        (threads.getCurrentThreadAllocatedBytes() - before) / ((long) ROUNDS * DELTAS.length);

    assertThat(counter.count()).isGreaterThan(ROUNDS);
    assertThat(each).isZero();
  }

  private static void count(TokenCounter counter) {
    for (int i = 0; i < ROUNDS; i++) {
      for (String delta : DELTAS) {
        counter.append(delta).count();
      }
    }
  }
}
