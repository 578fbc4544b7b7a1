package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a run leaves an archive that is whole. */
@DisabledOnOs(OS.WINDOWS)
class KilledWriterTest {
  private static final int LATEST = 100;

  @TempDir Path folder;

  @Test
  void aKilledWriterLeavesWholeRunsAndAnUnfinishedOneAtMost() throws Exception {
    kill(new Random(1), 2);
  }

  @Tag("thorough")
  @Test
  void sixtyKilledWritersLeaveWholeRunsAndAnUnfinishedOneEachAtMost() throws Exception {
    kill(new Random(2), 60);
  }

  /** All of them write to one archive, one after the other. */
  private void kill(Random random, int times) throws Exception {
    Path file = folder.resolve("archive.db");
    int told = 0;
    for (int i = 0; i < times; i++) {
      int now = toldUntilKilled(file, 1 + random.nextInt(LATEST));
      told += now;
      assertThat(Kept.runs(file, RunQuery.all().limit(now)))
          .hasSize(now)
          .allSatisfy(KilledWriterTest::assertSaysWhatItShould);
      assertSound(file);
    }
    // A run may be whole and the process killed before it tells.
    assertThat(count(file, "ending IS NOT NULL")).isBetween((long) told, (long) told + times);
    assertThat(count(file, "ending IS NULL")).isLessThanOrEqualTo(times);
  }

  /** The writer tells of each run with one byte, once it is kept. */
  private static int toldUntilKilled(Path file, int atLeast) throws Exception {
    Process writer = RunsProcess.start(file, Integer.MAX_VALUE, "word");
    try (InputStream told = writer.getInputStream()) {
      writer.getOutputStream().write('.');
      writer.getOutputStream().flush();
      int before = told.readNBytes(atLeast).length;
      assertThat(before).isEqualTo(atLeast);
      writer.toHandle().destroyForcibly(); // The process itself would close what it told, unread.
      return before + told.readAllBytes().length;
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  private static void assertSaysWhatItShould(ArchivedRun run) {
    int number = Integer.parseInt(run.asked().replaceAll("\\D", ""));
    String answer = "word answers " + RunsWriter.answer(number);

    assertThat(run.asked()).isEqualTo(RunsWriter.question("word", number));
    assertThat(run.answer()).isEqualTo(run.end().isPresent() ? answer : "");
  }

  private static long count(Path file, String which) throws Exception {
    try (Session session = Database.open(file)) {
      return session.number("SELECT count(*) FROM run WHERE " + which);
    }
  }

  private static void assertSound(Path file) throws Exception {
    try (Session session = Database.open(file)) {
      session.each("PRAGMA integrity_check", row -> assertThat(row.getString(1)).isEqualTo("ok"));
      // Throws where the index is not what the rows say.
      session.run("INSERT INTO word (word, rank) VALUES ('integrity-check', 1)");
    }
  }
}
