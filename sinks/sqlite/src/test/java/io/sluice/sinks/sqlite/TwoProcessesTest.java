package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that write to one archive, from the moment it is made on, lose nothing. */
class TwoProcessesTest {
  @TempDir Path folder;

  @Test
  void runsOfTwoProcessesAreAllThere() throws Exception {
    writeAndFind(40);
  }

  @Tag("thorough")
  @Test
  void fourThousandRunsOfTwoProcessesAreAllThereAndFound() throws Exception {
    writeAndFind(2_000);
  }

  @Test
  void aNewArchiveIsMadeByManyAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 25; round++) {
        Path file = folder.resolve(round + ".db");
        var together = new CyclicBarrier(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          writers.add(
              threads.submit(
                  () -> {
                    together.await();
                    Kept.answer(file, "Hi?", "you");
                    return file;
                  }));
        }
        for (Future<?> writer : writers) {
          writer.get();
        }
        assertThat(Kept.runs(file)).hasSize(4);
      }
    } finally {
      threads.shutdown();
    }
  }

  private void writeAndFind(int runs) throws Exception {
    Path file = folder.resolve("archive.db");
    List<Process> writers =
        List.of(RunsProcess.start(file, runs, "left"), RunsProcess.start(file, runs, "right"));
    for (Process writer : writers) {
      writer.outputWriter().append("go").close();
    }
    for (Process writer : writers) {
      assertThat(writer.getInputStream().readAllBytes()).hasSize(runs);
      assertThat(writer.waitFor()).isZero();
    }

    assertThat(Kept.runs(file)).hasSize(2 * runs);
    try (Archive archive = Archive.open(file)) {
      assertThat(found(archive, "left")).hasSize(runs);
      assertThat(found(archive, "right")).hasSize(runs);
      for (int number = 0; number < runs; number += 39) {
        assertThat(found(archive, "number" + number)).as("number %s", number).hasSize(2);
      }
    }
  }

  private static Set<String> found(Archive archive, String word) throws IOException {
    List<String> ids = new ArrayList<>();
    archive.search(List.of(word), RunQuery.all(), (run, place) -> ids.add(run.id()));
    return new HashSet<>(ids);
  }
}
