package io.sluice.transport.netty.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On a loop whose clock only moves when it is told to. */
class LoopTicksTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final AtomicLong now = new AtomicLong();
  private final List<Long> late = new ArrayList<>();
  private final LoopTicks ticks =
      new LoopTicks(
          List.of(channel.eventLoop()),
          Duration.ofMillis(10),
          nanos -> late.add(TimeUnit.NANOSECONDS.toMillis(nanos)),
          now::get);

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private void pass(long millis) {
    now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  private void begin() {
    channel.freezeTime();
    ticks.begin();
  }

  @Test
  void aTickThatIsInTimeIsNotLate() {
    begin();
    pass(10);
    pass(10);

    assertThat(late).containsExactly(0L, 0L);
  }

  @Test
  void everyTickThatAStallSwallowedIsTold() {
    begin();
    pass(45);
    pass(5);

    assertThat(late).containsExactly(35L, 25L, 15L, 5L, 0L);
  }

  @Test
  void noTickIsToldAfterTheEnd() {
    begin();
    ticks.end();
    pass(20);

    assertThat(late).isEmpty();
  }
}
