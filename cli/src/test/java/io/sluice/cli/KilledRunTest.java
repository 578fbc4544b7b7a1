package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.replay.Replay;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a transcript leaves what it had written. */
@DisabledOnOs(OS.WINDOWS)
class KilledRunTest {
  private static final int LATEST = 3_000;

  @TempDir private Path folder;

  @Test
  void whatAKilledWriterLeavesReplaysToWhatItHadWritten() throws Exception {
    killAndReplay(new Random(1), 2);
  }

  @Tag("thorough")
  @Test
  void whatTwoHundredKilledWritersLeaveReplaysToWhatTheyHadWritten() throws Exception {
    killAndReplay(new Random(2), 200);
  }

  private void killAndReplay(Random random, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Path file = folder.resolve(i + ".jsonl");
      long written = writtenUntilKilled(file, random.nextInt(LATEST));
      Outcome outcome = replayed(folder.resolve(i + ".jsonl.partial"));

      assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
      assertThat(outcome.chunks()).as("of file " + i).isBetween(written, written + 1);
      assertThat(outcome.completion().text())
          .isEqualTo(
              LongStream.range(0, outcome.chunks())
                  .mapToObj(EndlessWriter::word)
                  .collect(Collectors.joining()));
    }
  }

  /** The writer tells of each chunk with one byte, once the sink has taken it. */
  private long writtenUntilKilled(Path file, int atLeast) throws IOException, InterruptedException {
    Path errors = folder.resolve("stderr");
    Process writer =
        new ProcessBuilder(Jvm.command(EndlessWriter.class, file.toString()))
            .redirectError(errors.toFile())
            .start();
    try (InputStream told = writer.getInputStream()) {
      int opened = told.read();
      assertThat(opened).as(() -> read(errors)).isNotNegative();
      long before = told.readNBytes(atLeast).length;
      writer.toHandle().destroyForcibly(); // The process itself would close what it told, unread.
      long after = told.readAllBytes().length;
      return before + after;
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private static Outcome replayed(Path file) throws Exception {
    try (var stream = Replay.of(file).open()) {
      try {
        stream.completion();
      } catch (StreamException cutOff) {
        return cutOff.outcome();
      }
      throw new AssertionError(file + " has an end");
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
