package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sluice.chat.ChatRequest;
import io.sluice.json.ChunkReader;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.RecordingSink;
import io.sluice.testkit.TestContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While somebody else has the archive, a stream goes on, and nothing of it is lost afterwards. */
class BusyArchiveTest {
  private static final StreamContext FIRST =
      new TestContext("run-1", Optional.of(ChatRequest.of("m", "Hi?")));

  @TempDir Path folder;
  private Path file = Path.of("");
  private Somebody somebody = new Somebody();

  @BeforeEach
  void make() throws Exception {
    file = folder.resolve("archive.db");
    Database.open(file).close();
  }

  @AfterEach
  void leave() throws Exception {
    somebody.leave();
  }

  @ParameterizedTest
  @ValueSource(strings = {"IMMEDIATE", "EXCLUSIVE"})
  void whatComesMeanwhileIsWrittenWithTheNextChunkAfterwards(String lock) throws Exception {
    try (SqliteSink sink = SqliteSink.of(file)) {
      sink.onOpen(FIRST);
      sink.onChunk(text("a", 1_000));
      somebody.begin(lock);
      for (int second = 2; second < 9; second++) {
        sink.onChunk(text("b", second * 1_000L));
      }
      assertThat(sink.kept()).isEqualTo(1);
      somebody.leave();
      sink.onChunk(text("c", 9_000));

      assertThat(sink.kept()).isEqualTo(9);
      assertThat(Kept.only(file).answer()).isEqualTo("abbbbbbbc");
      sink.onEnd(completed());
    }
    assertThat(Kept.only(file).status()).isEqualTo("completed");
    assertThat(Kept.transcript(file, "run-1")).hasLineCount(11);
  }

  @Test
  void theEndWaitsUntilTheArchiveIsFree() throws Exception {
    try (SqliteSink sink = SqliteSink.of(file)) {
      sink.onOpen(FIRST);
      somebody.begin("IMMEDIATE");
      sink.onChunk(text("a", 7_000));
      var ending = new CountDownLatch(1);
      CompletableFuture<Void> ended =
          CompletableFuture.runAsync(
              () -> {
                ending.countDown();
                end(sink);
              });
      ending.await();
      somebody.leave();
      ended.join();
    }

    assertThat(Kept.only(file).status()).isEqualTo("completed");
    assertThat(Kept.transcript(file, "run-1")).hasLineCount(3);
  }

  @Test
  void whatIsLostAtTheEndIsSaidAndWhatWasKeptBefore() throws Exception {
    try (SqliteSink sink = SqliteSink.of(file).patience(Duration.ZERO)) {
      sink.onOpen(FIRST);
      sink.onChunk(text("a", 1_000));
      sink.onChunk(text("b", 2_000));
      somebody.begin("IMMEDIATE");
      sink.onChunk(text("c", 9_000));

      assertThatExceptionOfType(BusyArchiveException.class)
          .isThrownBy(() -> sink.onEnd(completed()))
          .withMessage(
              file
                  + " is kept busy by another process; try again when that has ended; only the"
                  + " first 2 chunks are kept, marked as unfinished");
    }
    somebody.leave();
    assertThat(Kept.only(file).answer()).isEqualTo("ab");
    assertThat(Kept.only(file).status()).isEqualTo("unfinished");
  }

  @Test
  void aRunOfWhichOnlyTheQuestionWasWrittenIsSaidToBeThat() throws Exception {
    try (SqliteSink sink = SqliteSink.of(file).patience(Duration.ZERO)) {
      sink.onOpen(FIRST);
      somebody.begin("IMMEDIATE");

      assertThatIOException()
          .isThrownBy(() -> sink.onEnd(completed()))
          .withMessageEndingWith("; only what was asked is kept in it");
    }
  }

  @Test
  void whoEmbedsTheSinkLearnsOfABusyArchiveBeforeAnythingIsSent() throws Exception {
    somebody.begin("IMMEDIATE");
    try (SqliteSink sink = SqliteSink.of(file).patience(Duration.ZERO)) {
      assertThatExceptionOfType(BusyArchiveException.class)
          .isThrownBy(() -> sink.onOpen(FIRST))
          .withMessage(file + " is kept busy by another process; try again when that has ended");
    }
  }

  @Test
  void anArchiveThatIsBusyAtFirstIsOpenedLater() throws Exception {
    somebody.begin("EXCLUSIVE");
    try (SqliteSink sink = SqliteSink.of(file).openingLater()) {
      sink.onOpen(FIRST);
      sink.onChunk(text("a", 2_000));
      somebody.leave();
      assertThat(Kept.runs(file)).isEmpty();
      sink.onChunk(text("b", 4_000));

      assertThat(Kept.only(file).asked()).isEqualTo("Hi?");
      assertThat(Kept.only(file).answer()).isEqualTo("ab");
      sink.onEnd(completed());
    }
    assertThat(Kept.transcript(file, "run-1")).hasLineCount(4);
  }

  @Test
  void anArchiveThatIsBusyToTheLastHasNothingOfTheRun() throws Exception {
    somebody.begin("IMMEDIATE");
    try (SqliteSink sink = SqliteSink.of(file).openingLater().patience(Duration.ZERO)) {
      sink.onOpen(FIRST);
      sink.onChunk(text("a", 2_000));

      assertThatIOException()
          .isThrownBy(() -> sink.onEnd(completed()))
          .withMessageEndingWith("; nothing of it is kept");
    }
  }

  @Test
  void aRunThatSentNothingLeavesNothingOfABusyArchiveEither() throws Exception {
    somebody.begin("IMMEDIATE");
    try (SqliteSink sink = SqliteSink.of(file).openingLater().patience(Duration.ZERO)) {
      sink.onOpen(FIRST);
      sink.onEnd(SqliteSinkTest.unsent());
    }
    somebody.leave();

    assertThat(Kept.runs(file)).isEmpty();
  }

  @Test
  void moreThanIsHeldBackLeavesTheBeginningOfARun() throws Exception {
    String much = "x".repeat(1024 * 1024);
    try (SqliteSink sink = SqliteSink.of(file)) {
      sink.onOpen(FIRST);
      somebody.begin("IMMEDIATE");
      for (int i = 0; i < 18; i++) {
        sink.onChunk(text(much, i));
      }
      somebody.leave();
      sink.onChunk(text("late", 5_000));

      assertThat(sink.kept()).isEqualTo(15);
      assertThatIOException()
          .isThrownBy(() -> sink.onEnd(completed()))
          .withMessage(
              file
                  + " was kept busy by another process while more came than the 16 Mi characters"
                  + " that are held back; only the first 15 chunks are kept, marked as unfinished");
    }
    assertThat(Kept.only(file).answer()).hasSize(15 * much.length());
    assertThat(Kept.only(file).status()).isEqualTo("unfinished");
  }

  private static void end(SqliteSink sink) {
    try {
      sink.onEnd(completed());
    } catch (IOException refused) {
      throw new AssertionError(refused);
    }
  }

  private static Outcome completed() {
    return Kept.run(new RecordingSink(), ChatRequest.of("m", "Hi?"), AnswerScript.answer("a"))
        .outcome();
  }

  private static Chunk text(String text, long millis) {
    return new ChunkReader()
        .read(Chunks.text(text).json(), Duration.ofMillis(millis), forgiven -> {});
  }

  /** Another one who writes to the archive, and takes their time. */
  private final class Somebody {
    private Optional<Session> session = Optional.empty();

    void begin(String lock) throws Exception {
      Session opened = Database.open(file);
      session = Optional.of(opened);
      opened.run("BEGIN " + lock);
    }

    void leave() throws Exception {
      if (session.isPresent()) {
        session.get().run("ROLLBACK");
        session.get().close();
        session = Optional.empty();
      }
    }
  }
}
