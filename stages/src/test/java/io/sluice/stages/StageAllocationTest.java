package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.testkit.Chunks;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stage costs the heap for each chunk of a usual answer. */
class StageAllocationTest {

  private static final int ROUNDS = 20_000;
  private static final List<Chunk> ANSWER =
      Stream.of(
              "The", " quick", " brown", " fox", " jump", "s", " over", " the", " lazy", " dog",
              ",", " and", " so", " on", ".", " It", " never", " re", "sts", ".")
          .map(Chunks::text)
          .toList();

  @ParameterizedTest
  @ValueSource(strings = {"words", "redact"})
  void aChunkCostsLessThanTwoHundredBytes(String name) throws Exception {
    assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Supplier<Stage> stage = name.equals("words") ? Stages.words() : Stages.redact();
    Stage one = stage.get();
    var outlet = new Counting();
    play(one, outlet);
    long before = threads.getCurrentThreadAllocatedBytes();
    play(one, outlet);
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(outlet.passed).isPositive();
    assertThat(bytes / ((long) ROUNDS * ANSWER.size())).isLessThan(200);
  }

  private static void play(Stage stage, Outlet outlet) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      for (Chunk chunk : ANSWER) {
        stage.onChunk(chunk, outlet);
      }
    }
  }

  private static final class Counting implements Outlet {
    private int passed;

    @Override
    public void pass(Chunk chunk) {
      passed++;
    }

    @Override
    public Duration elapsed() {
      return Duration.ZERO;
    }

    @Override
    public void wakeAfter(Duration delay) {}
  }
}
