package io.sluice.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a thread is kept. */
class SerialTasksTest {

  private static final int TASKS = 100;

  private final List<Runnable> queue = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final SerialTasks turns =
      new SerialTasks(
          queue::add,
          clock::get,
          refusal -> {
            throw new AssertionError(refusal);
          });

  @Test
  void aThreadIsHandedOnOnceItWasHadForLong() {
    addTasksOf(100_000);

    queue.remove(0).run();
    assertThat(done).hasValueLessThan(20);

    int handedOn = 0;
    while (!queue.isEmpty()) {
      queue.remove(0).run();
      handedOn++;
    }
    assertThat(handedOn).isGreaterThan(5);
    assertThat(done).hasValue(TASKS);
  }

  @Test
  void aThreadIsKeptForTasksThatAreQuick() {
    addTasksOf(1_000);

    queue.remove(0).run();

    assertThat(done).hasValue(TASKS);
    assertThat(queue).isEmpty();
  }

  private void addTasksOf(long nanos) {
    for (int i = 0; i < TASKS; i++) {
      turns.add(
          () -> {
            clock.addAndGet(nanos);
            done.incrementAndGet();
          });
    }
  }
}
