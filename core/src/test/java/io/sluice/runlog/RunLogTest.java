package io.sluice.runlog;

import static io.sluice.runlog.LogReading.fill;
import static io.sluice.runlog.LogReading.line;
import static io.sluice.runlog.LogReading.lines;
import static io.sluice.runlog.LogReading.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

  private static final int SMALL = 300;

  @TempDir private Path folder;

  @Test
  void aReaderThatIsCutAtAnyLineGoesOnBehindItFromMemory() {
    RunLog log = RunLog.builder().build();
    fill(log, 200);

    for (long cut = 0; cut <= 200; cut++) {
      assertThat(rest(log, cut, SMALL)).isEqualTo(lines(cut + 1, 200));
    }
  }

  @Test
  void aReaderThatIsCutAtAnyLineGoesOnBehindItFromTheSpoolFile() {
    try (RunLog log = RunLog.builder().memory(2_000).spool(folder).build()) {
      fill(log, 500);

      assertThat(log.isInMemory(0)).isFalse();
      for (long cut = 0; cut <= 500; cut++) {
        assertThat(rest(log, cut, SMALL)).isEqualTo(lines(cut + 1, 500));
      }
    }
  }

  @Test
  void readersAtEveryPaceGetEachLineOnceWhileTheLogGrows() {
    try (RunLog log = RunLog.builder().memory(1_000).spool(folder).build()) {
      List<Cursor> readers = new ArrayList<>();
      for (int number = 1; number <= 300; number++) {
        fill(log, number);
        readers.add(new Cursor(number % 7 + 1));
        for (Cursor reader : readers) {
          reader.step(log, number);
        }
      }
      log.end(line(301));

      assertThat(readers)
          .allSatisfy(
              reader -> {
                reader.lines.addAll(rest(log, reader.after, SMALL));
                assertThat(reader.lines).isEqualTo(lines(1, 301));
              });
    }
  }

  @Test
  void memoryStaysBoundedThoughNobodyReads() {
    LogMemory memory = LogMemory.of(Long.MAX_VALUE);
    try (RunLog log = RunLog.builder().memory(2_000).shared(memory).spool(folder).build()) {
      for (int number = 1; number <= 1_000; number++) {
        fill(log, number);
        assertThat(memory.held()).isLessThanOrEqualTo(2_000);
      }
      assertThat(log.bytes()).isGreaterThan(20_000);
    }
    assertThat(memory.held()).isZero();
  }

  @Test
  void aSliceHasALineThatIsLargerThanAskedFor() {
    RunLog log = RunLog.builder().build();
    fill(log, 3);

    assertThat(log.read(1, 1).lines()).extracting(LogLine::number).containsExactly(2L);
    assertThat(log.read(1, 1).next()).isEqualTo(2);
  }

  @Test
  void withoutASpoolFileASliceSaysWhichLinesAreLost() {
    RunLog log = RunLog.builder().memory(1_000).build();
    fill(log, 200);

    LogSlice slice = log.read(3, SMALL);
    assertThat(slice.lost(3)).isPositive();
    assertThat(slice.lines().get(0).number()).isEqualTo(3 + slice.lost(3) + 1);
    assertThat(rest(log, 3, SMALL)).isEqualTo(lines(slice.after() + 1, 200));
    assertThat(log.trouble()).contains("the log has no spool file; give it a folder for one");
  }

  @Test
  void aFolderThatCannotBeUsedCostsOldLinesAndNotTheRun() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    RunLog log = RunLog.builder().memory(1_000).spool(file).build();
    fill(log, 200);

    assertThat(log.trouble()).hasValueSatisfying(why -> assertThat(why).contains("no-folder"));
    assertThat(log.read(0, SMALL).lost(0)).isPositive();
    assertThat(log.lines()).isEqualTo(200);
  }

  @Test
  void thereIsNothingBehindTheLastLine() {
    RunLog log = RunLog.builder().build();
    fill(log, 2);

    assertThat(log.read(2, SMALL)).isEqualTo(new LogSlice(2, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> log.read(-1, SMALL));
  }

  @Test
  void theLastLineIsTakenBeyondTheLimitAndNoOther() {
    RunLog log = RunLog.builder().limit(100).build();

    assertThat(log.append("x".repeat(150))).isTrue();
    assertThat(log.append("y")).isFalse();
    log.end("the end");

    assertThat(rest(log, 1, SMALL)).containsExactly("the end");
    assertThat(log.isEnded()).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> log.append("late"));
    assertThatIllegalStateException().isThrownBy(() -> log.end("twice"));
  }

  @Test
  void nothingOfTheSpoolIsLeftBehind() throws IOException {
    RunLog log = RunLog.builder().memory(500).spool(folder).build();
    fill(log, 300);
    log.close();
    log.close();

    assertThat(log.isClosed()).isTrue();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    assertThatIllegalStateException().isThrownBy(() -> log.read(0, SMALL));
    assertThatIllegalStateException().isThrownBy(() -> log.read(300, SMALL));
  }

  @Test
  void logsThatShareTooLittleMemorySpoolEarlier() {
    LogMemory memory = LogMemory.of(LogMemory.LEAST);
    try (RunLog one = RunLog.builder().shared(memory).spool(folder).build();
        RunLog two = RunLog.builder().shared(memory).spool(folder).build()) {
      fill(one, 2_000);
      fill(two, 2_000);

      assertThat(memory.held()).isLessThanOrEqualTo(2 * LogMemory.LEAST);
      assertThat(rest(one, 0, 4_000)).isEqualTo(lines(1, 2_000));
      assertThat(rest(two, 0, 4_000)).isEqualTo(lines(1, 2_000));
    }
  }

  @Test
  void oldLogsCanMakeRoomBeforeAnyLineIsSpooled() {
    List<RunLog> old = new ArrayList<>();
    LogMemory memory = LogMemory.of(LogMemory.LEAST, () -> old.forEach(RunLog::close));
    RunLog finished = RunLog.builder().shared(memory).build();
    fill(finished, 300);
    old.add(finished);

    RunLog live = RunLog.builder().shared(memory).build();
    live.append("x".repeat((int) LogMemory.LEAST));

    assertThat(finished.isClosed()).isTrue();
    assertThat(live.isInMemory(0)).isTrue();
  }

  @Test
  void eachLineSignalsEachWatchUntilItIsClosed() {
    RunLog log = RunLog.builder().build();
    List<String> signals = new ArrayList<>();
    Runnable signal = () -> signals.add("line");
    LogWatch first = log.watch(signal);
    log.watch(signal);

    log.append("{}");
    first.close();
    log.end("{}");
    log.close();

    assertThat(signals).hasSize(4);
  }

  /** A reader that takes a slice each so many lines. */
  private static final class Cursor {
    private final int pace;
    private final List<String> lines = new ArrayList<>();
    private long after;

    Cursor(int pace) {
      this.pace = pace;
    }

    void step(RunLog log, int number) {
      if (number % pace == 0) {
        LogSlice slice = log.read(after, 90 * pace);
        slice.lines().forEach(line -> lines.add(line.text()));
        after = slice.next();
      }
    }
  }
}
