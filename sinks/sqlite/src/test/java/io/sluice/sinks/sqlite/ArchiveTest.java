package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sluice.chat.ChatRequest;
import io.sluice.testkit.AnswerScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("archive.db");
  }

  @Test
  void runsAreListedFromTheNewestAndByWhatIsKnownOfThem() throws IOException {
    Kept.run(SqliteSink.of(file), ChatRequest.of("gpt-a", "1"), AnswerScript.answer("one"));
    Kept.run(
        SqliteSink.of(file), ChatRequest.of("gpt-b", "2"), AnswerScript.silence().text("t").cut());
    Kept.run(
        SqliteSink.of(file).within("c"), ChatRequest.of("GPT%", "3"), AnswerScript.answer("three"));
    Instant soon = Instant.now().plus(Duration.ofHours(1));

    assertThat(asked(RunQuery.all())).containsExactly("3", "2", "1");
    assertThat(asked(RunQuery.all().limit(2))).containsExactly("3", "2");
    assertThat(asked(RunQuery.all().model("gpt-"))).containsExactly("2", "1");
    assertThat(asked(RunQuery.all().model("GPT%"))).containsExactly("3");
    assertThat(asked(RunQuery.all().model("%"))).isEmpty();
    assertThat(asked(RunQuery.all().status("truncated"))).containsExactly("2");
    assertThat(asked(RunQuery.all().conversation("c"))).containsExactly("3");
    assertThat(asked(RunQuery.all().since(soon))).isEmpty();
    assertThat(asked(RunQuery.all().until(soon).status("completed"))).containsExactly("3", "1");
  }

  @Test
  void conversationsOfSeveralRunsOrOfANameAreListedFromTheNewest() throws IOException {
    Kept.run(SqliteSink.of(file).within("c"), ChatRequest.of("m", "1"), AnswerScript.answer("a"));
    Kept.run(SqliteSink.of(file), ChatRequest.of("m", "alone"), AnswerScript.answer("b"));
    Kept.run(SqliteSink.of(file).within("d"), ChatRequest.of("m", "2"), AnswerScript.answer("c"));
    Kept.run(SqliteSink.of(file).within("c"), ChatRequest.of("m", "3"), AnswerScript.answer("d"));
    List<String> found = new ArrayList<>();
    try (Archive archive = Archive.open(file)) {
      archive.conversations(
          9, each -> found.add(each.name() + " " + each.runs() + " " + each.question()));

      assertThat(archive.conversation("c")).hasSize(2).doesNotHaveDuplicates();
      assertThat(archive.find(archive.conversation("c").get(0)).orElseThrow().asked())
          .isEqualTo("1");
      assertThat(archive.conversation("e")).isEmpty();
    }

    assertThat(found).containsExactly("c 2 1", "d 1 2");
  }

  @Test
  void anIdIsFoundByItsBeginningAndByItsEnding() throws IOException {
    Kept.run(SqliteSink.of(file), ChatRequest.of("m", "1"), AnswerScript.answer("a"));
    try (Archive archive = Archive.open(file)) {
      String id = archive.last().orElseThrow().id();
      String ending = id.substring(id.lastIndexOf('-') + 1);

      assertThat(archive.ids(ending, 2)).containsExactly(id);
      assertThat(archive.ids(id.substring(0, id.length() - 1), 2)).containsExactly(id);
      assertThat(archive.ids("%", 2)).isEmpty();
      assertThat(archive.sharedEndings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "water, [Water] of rivers",
    "RIVER*, Water of [rivers]",
    "river, ''",
    "of rivers, Water [of rivers]",
    "rivers of, ''",
    "cafe, the [Café] is shut",
    "shut AND, ''",
    "-shut, the Café is [shut]",
    "'sh\"ut', ''",
    "asked:shut, ''",
    "*, ''",
    "question, the one [question]",
  })
  void wordsAreFoundAndNoneOfThemIsACommand(String words, String excerpt) throws IOException {
    Kept.answer(file, "the one question", "Water ", "of ri", "vers");
    Kept.answer(file, "another", "the Café is shut");
    List<String> found = new ArrayList<>();
    try (Archive archive = Archive.open(file)) {
      archive.search(List.of(words), RunQuery.all(), (run, place) -> found.add(place));
    }

    assertThat(String.join("|", found)).isEqualTo(excerpt);
  }

  @Test
  void allWordsMustStandInARunAndTheFiltersHoldToo() throws IOException {
    Kept.answer(file, "left", "right");
    Kept.answer(file, "left", "wrong");
    List<String> found = new ArrayList<>();
    try (Archive archive = Archive.open(file)) {
      archive.search(
          List.of("left", " ", "right"), RunQuery.all(), (run, at) -> found.add(run.answer()));
      archive.search(
          List.of("left"), RunQuery.all().status("failed"), (run, at) -> found.add("none"));
      archive.search(List.of(" "), RunQuery.all(), (run, at) -> found.add("none"));
    }

    assertThat(found).containsExactly("right");
  }

  @Test
  void whateverIsSearchedForIsNoMistake() throws IOException {
    Kept.answer(file, "a", "b");
    String alphabet = "ab\"'*-+^:(){}[]\\%_ \0\n\u00e9\u4e2d\ud83d\ude00,;ANDORNOT";
    Random random = new Random(11);
    try (Archive archive = Archive.open(file)) {
      for (int i = 0; i < 2_000; i++) {
        var word = new StringBuilder();
        for (int length = random.nextInt(6); length >= 0; length--) {
          word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        List<String> words = List.of(word.toString(), "a");
        assertThatCode(() -> archive.search(words, RunQuery.all(), (run, place) -> {}))
            .as("%s", words)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void aRunIsFoundByItsIdAndIdsByTheirBeginning() throws IOException {
    Kept.answer(file, "1", "a");
    Kept.answer(file, "2", "b");
    try (Archive archive = Archive.open(file)) {
      List<String> ids = archive.ids("2", 9);

      assertThat(ids).hasSize(2).isSorted();
      assertThat(archive.ids("2", 1)).containsExactly(ids.get(0));
      assertThat(archive.ids("%", 9)).isEmpty();
      assertThat(archive.find(ids.get(1)).map(ArchivedRun::id)).hasValue(ids.get(1));
      assertThat(archive.find("2")).isEmpty();
      assertThat(archive.last().map(ArchivedRun::asked)).hasValue("2");
    }
  }

  @Test
  void aFileThatIsNotThereIsNotMade() {
    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Archive.open(file));
    assertThat(file).doesNotExist();
  }

  @Test
  void anArchiveOfANewerVersionIsRefusedAndUntouched() throws Exception {
    Kept.answer(file, "1", "a");
    try (Session session = Database.open(file)) {
      session.run("PRAGMA user_version = 7");
    }
    String message =
        file
            + " was written by a newer Sluice: its version is 7, this one knows 2; update Sluice,"
            + " or name another file";

    assertThatIOException().isThrownBy(() -> Archive.open(file)).withMessage(message);
    assertThat(Kept.run(SqliteSink.of(file), ChatRequest.of("m", "2"), AnswerScript.answer("b")))
        .satisfies(result -> assertThat(result.sinkFailures().get(0).cause()).hasMessage(message));
  }

  @Test
  void theDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
    Kept.answer(file, "1", "a");
    try (Session session = Database.open(file)) {
      session.run("PRAGMA application_id = 1");
    }

    assertThatIOException()
        .isThrownBy(() -> Archive.open(file))
        .withMessage(file + " is the database of another program; name another file");
  }

  @Test
  void whatIsNoDatabaseIsDamagedAndCanBeSetAside() throws IOException {
    Files.writeString(
        file, "a text that is much longer than the header of a database has to be. ".repeat(9));

    assertThatExceptionOfType(DamagedArchiveException.class)
        .isThrownBy(() -> Archive.open(file))
        .withMessage(file + " is no archive");
    Path aside = Archive.setAside(file);
    Kept.answer(file, "1", "a");

    assertThat(aside).content().startsWith("a text that is");
    assertThat(Kept.only(file).answer()).isEqualTo("a");
  }

  @Test
  void aDamagedPageIsSaidAndWhatIsLeftCanBeSetAside() throws IOException {
    for (int i = 0; i < 20; i++) {
      Kept.answer(file, "question " + i, "answer ".repeat(900));
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int page = 4096; page < bytes.length; page += 4096) {
      bytes[page] = 77; // No kind of page.
    }
    Files.write(file, bytes);

    assertThatExceptionOfType(DamagedArchiveException.class).isThrownBy(() -> Kept.runs(file));
    assertThatExceptionOfType(DamagedArchiveException.class)
        .isThrownBy(
            () -> {
              try (Archive archive = Archive.open(file)) {
                archive.remove(RunQuery.all());
              }
            });
    assertThat(Archive.setAside(file)).hasBinaryContent(bytes);
  }

  /** Only who knows what was written before may say that it is kept. */
  @Test
  void aFullDiskSaysNothingOfWhatIsKept() {
    assertThat(SqlTrouble.of(file, new SQLException("full", null, 13)))
        .hasMessage(file + " takes no more: the disk is full; make room there");
  }

  /** As one wrong byte does: what SQLite goes by is then another, empty tree. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema"
            + " WHERE name = 'draft_run') WHERE name = 'run_started'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'started TEXT', 'startec TEXT')",
        "UPDATE sqlite_schema SET name = 'rum', tbl_name = 'rum' WHERE name = 'run'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CREATE', 'CREBTE')",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
      })
  void aDamagedSchemaIsNoEmptyList(String damage) throws Exception {
    Kept.answer(file, "1", "a");
    try (Session session = Database.open(file)) {
      session.run("PRAGMA writable_schema = ON");
      session.run(damage);
    }

    assertThatExceptionOfType(DamagedArchiveException.class)
        .isThrownBy(() -> Kept.runs(file))
        .withMessage(file + " is damaged");
  }

  /** Each byte of the first two pages, of which the schema takes most. */
  @Tag("thorough")
  @Timeout(600)
  @Test
  void noWrongByteOfTheSchemaMakesTheListEmpty() throws IOException {
    Kept.answer(file, "1", "a");
    byte[] bytes = Files.readAllBytes(file);
    Path copy = folder.resolve("copy.db");
    Random random = new Random(11);
    for (int at = 0; at < 8192; at++) {
      byte[] hurt = bytes.clone();
      hurt[at] ^= (byte) (1 + random.nextInt(255));
      for (String beside : List.of("-wal", "-shm")) {
        Files.deleteIfExists(folder.resolve("copy.db" + beside));
      }
      Files.write(copy, hurt);
      try {
        assertThat(Kept.runs(copy)).as("byte %s", at).hasSize(1);
      } catch (IOException said) {
        assertThat(said).hasMessageStartingWith(copy + " ").message().hasLineCount(1);
      }
    }
  }

  private List<String> asked(RunQuery query) throws IOException {
    return Kept.runs(file, query).stream().map(ArchivedRun::asked).toList();
  }
}
