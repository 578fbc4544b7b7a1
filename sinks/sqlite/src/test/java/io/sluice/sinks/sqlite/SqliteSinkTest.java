package io.sluice.sinks.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.json.ChunkReader;
import io.sluice.json.CompletionJson;
import io.sluice.pipeline.PipelineResult;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.RecordingSink;
import io.sluice.testkit.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteSinkTest {
  private static final StreamContext FIRST =
      new TestContext("run-1", Optional.of(ChatRequest.of("m", "Hi?")));

  private static final ChatRequest REQUEST =
      ChatRequest.builder("m").system("Be brief.").user("Hi?").build();

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("archive.db");
  }

  @Test
  void everythingIsKeptOfACompletedRun() throws IOException {
    Outcome outcome = Kept.run(sink(), REQUEST, AnswerScript.answer("Still ", "water")).outcome();
    ArchivedRun run = Kept.only(file);

    assertThat(run.conversation()).isEqualTo(run.id());
    assertThat(run.model()).isEqualTo("m");
    assertThat(run.asked()).isEqualTo("Be brief.\n\nHi?");
    assertThat(run.answer()).isEqualTo("Still water");
    assertThat(run.open().endpoint()).isEqualTo("script");
    assertThat(run.open().request()).hasValue(REQUEST);
    assertThat(run.completion()).hasValue(new Json(CompletionJson.write(outcome.completion())));
    assertThat(run.reply()).hasValue(Message.assistant("Still water"));
    var end = run.end().orElseThrow();
    assertThat(end.status()).isEqualTo(Status.COMPLETED);
    assertThat(end.usage()).isEqualTo(outcome.completion().usage());
    assertThat(end.chunks()).isEqualTo(outcome.chunks());
    assertThat(end.timing().attempts()).isEqualTo(1);
  }

  @Test
  void aRunThatDidNotCompleteSaysWhyAndKeepsWhatCame() throws IOException {
    AnswerScript script = AnswerScript.silence().retry().text("half an ans").cut();
    Kept.run(sink(), REQUEST, script);
    ArchivedRun run = Kept.only(file);

    assertThat(run.status()).isEqualTo("truncated");
    assertThat(run.end().flatMap(end -> end.failure()))
        .hasValueSatisfying(why -> assertThat(why).isInstanceOf(Failure.Connection.class));
    assertThat(run.reply()).hasValue(Message.assistant("half an ans"));
    assertThat(Kept.transcript(file, run.id()).lines().map(line -> line.substring(0, 15)))
        .containsExactly(
            "{\"type\":\"open\",",
            "{\"type\":\"retry\"",
            "{\"type\":\"chunk\"",
            "{\"type\":\"end\",\"");
  }

  @Test
  void whatCameBeforeAKillIsThereButForItsLastSecond() throws IOException {
    var killed = sink();
    killed.onOpen(FIRST);
    assertThat(Kept.only(file).asked()).as("before anything came").isEqualTo("Hi?");
    killed.onChunk(text("a", 0));
    killed.onChunk(text("b", 1_000));
    killed.onChunk(text("c", 1_999));
    ArchivedRun run = Kept.only(file);

    assertThat(run.status()).isEqualTo(ArchivedRun.UNFINISHED);
    assertThat(run.answer()).isEqualTo("ab");
    assertThat(run.reply()).hasValue(Message.assistant("ab"));
    assertThat(Kept.transcript(file, run.id())).hasLineCount(3);
    killed.onChunk(text("d", 2_000));
    assertThat(Kept.only(file).answer()).isEqualTo("abcd");
    killed.close();
  }

  @Test
  void aRunThatIsRemovedWhileItGoesOnStaysRemoved() throws Exception {
    var sink = sink();
    sink.onOpen(FIRST);
    sink.onChunk(text("a", 1_000));
    try (Archive archive = Archive.open(file)) {
      archive.remove(RunQuery.all());
    }
    Kept.answer(file, "another", "one");
    sink.onChunk(text("b", 2_000));
    sink.onEnd(Kept.run(new RecordingSink(), REQUEST, AnswerScript.answer("ab")).outcome());
    sink.close();

    assertThat(Kept.only(file).asked()).isEqualTo("another");
    try (Session session = Database.open(file)) {
      assertThat(session.number("SELECT count(DISTINCT run) FROM part")).isEqualTo(1);
      assertThat(session.number("SELECT count(*) FROM draft")).isZero();
    }
  }

  @Test
  void muchTextIsWrittenAtOnce() throws IOException {
    var sink = sink();
    sink.onOpen(FIRST);
    sink.onChunk(text("x".repeat(70_000), 1));

    assertThat(Kept.only(file).answer()).hasSize(70_000);
    sink.close();
  }

  @Test
  void aSinkClosedWithoutAnEndLeavesWhatCameUnfinished() throws IOException {
    try (var sink = sink()) {
      sink.onOpen(FIRST);
      sink.onChunk(text("Still", 1));
    }

    assertThat(Kept.only(file).answer()).isEqualTo("Still");
    assertThat(Kept.only(file).status()).isEqualTo("unfinished");
  }

  @Test
  void aRunThatSentNothingLeavesNothing() throws IOException {
    try (var sink = sink()) {
      sink.onOpen(FIRST);
      assertThat(Kept.runs(file)).hasSize(1);
      sink.onEnd(unsent());
    }

    assertThat(Kept.runs(file)).isEmpty();
  }

  @Test
  void theCountOfTheTokensIsHandedIn() throws IOException {
    Kept.run(
        sink()
            .counting(
                (request, completion) ->
                    Optional.of(new Json("{\"letters\":" + completion.text().length() + "}"))),
        REQUEST,
        AnswerScript.answer("four"));

    assertThat(Kept.only(file).counted()).hasValue(new Json("{\"letters\":4}"));
  }

  @Test
  void allChoicesCanBeReadAndARefusalIsAnAnswer() throws IOException {
    Kept.run(
        sink(),
        REQUEST,
        AnswerScript.of(
                Chunks.text(1, "B"),
                Chunks.read("{\"choices\":[{\"index\":0,\"delta\":{\"refusal\":\"No.\"}}]}"),
                Chunks.finish(),
                Chunks.finish(1))
            .done());

    assertThat(Kept.only(file).answer()).isEqualTo("No.\n\nB");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void onlyTheOwnerMayReadItAndWhatStandsBesideIt() throws IOException {
    var sink = sink();
    sink.onOpen(FIRST);
    sink.onChunk(text("x", 5_000));

    try (var files = Files.list(folder)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(
              kept ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                      .as(kept.toString())
                      .isEqualTo("rw-------"));
    }
    sink.close();
  }

  @Test
  void placesWhereNoArchiveCanBeAreRefusedBeforeAnythingIsSent() {
    Path nowhere = folder.resolve("none/archive.db");
    PipelineResult result = Kept.run(SqliteSink.of(nowhere), REQUEST, AnswerScript.answer("x"));

    assertThat(result.outcome().timing().attempts()).isZero();
    assertThat(result.sinkFailures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.message())
                    .isEqualTo(
                        "sink 'archive': "
                            + nowhere
                            + " cannot be made: there is no folder "
                            + nowhere.getParent()
                            + "; create it"));
    assertThatIOException()
        .isThrownBy(() -> SqliteSink.of(folder).onOpen(FIRST))
        .withMessage(folder + " is a folder; name a file");
  }

  @Test
  void namesThatMeanSomethingInAUrlAreNames() throws IOException {
    for (String name : new String[] {"a?b=c.db", "100%25 #1.db", "with blank.db", ":memory:"}) {
      Kept.answer(folder.resolve(name), "Hi", "you");

      assertThat(Kept.runs(folder.resolve(name))).as(name).hasSize(1);
      assertThat(folder.resolve(name)).exists();
    }
  }

  private SqliteSink sink() {
    return SqliteSink.of(file);
  }

  private static Chunk text(String text, long millis) {
    return new ChunkReader()
        .read(Chunks.text(text).json(), Duration.ofMillis(millis), forgiven -> {});
  }

  static Outcome unsent() {
    return Outcome.builder(Status.FAILED)
        .failure(new Failure.Sinks("another sink did not open"))
        .build();
  }
}
