package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final String CHUNK =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"}}]}\n\n";

  @TempDir private Path folder;
  private String whole = "";
  private String cut = "";

  @BeforeEach
  void write() throws IOException {
    whole = Files.writeString(folder.resolve("w.sse"), CHUNK + "data: [DONE]\n\n").toString();
    cut = Files.writeString(folder.resolve("cut.sse"), CHUNK).toString();
  }

  @Test
  void aRecordPlaysLikeAnAnswer() {
    Sluice.Ran ran = Sluice.command().run("replay", cut);

    assertThat(ran.code()).isEqualTo(ExitCode.TRUNCATED);
    assertThat(ran.out()).isEqualTo("hi\n");
    assertThat(ran.err()).startsWith("sluice: truncated after 1 chunk: ").hasLineCount(1);
  }

  @Test
  void severalRecordsGetALineEachAndTheFirstThatDidNotCompleteDecides() {
    Sluice.Ran ran = Sluice.command().run("replay", "--json", whole, cut, whole);

    assertThat(ran.code()).isEqualTo(ExitCode.TRUNCATED);
    assertThat(ran.out().lines().map(line -> JsonObject.read(line).string("source").orElse("")))
        .containsExactly(whole, cut, whole);
  }

  @Test
  void aFileWithoutARecordDoesNotKeepTheOthersFromBeingPlayed() throws IOException {
    String empty = Files.writeString(folder.resolve("empty.sse"), "").toString();

    Sluice.Ran ran = Sluice.command().run("replay", empty, whole);

    assertThat(ran)
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.NOTHING_SENT,
                "hi\n",
                "sluice: " + empty + " is empty; there is nothing to replay\n"));
  }

  @Test
  void theAttributesOfARecordAreInTheTranscriptOfItsReplay() throws IOException {
    String record =
        """
        {"type":"open","version":1,"attributes":{"tenant":"blue"}}
        {"type":"end","status":"completed"}
        """;
    String file = Files.writeString(folder.resolve("labelled.jsonl"), record).toString();
    Path again = folder.resolve("again.jsonl");

    Sluice.Ran ran =
        Sluice.command().run("replay", "--events", "--sink", "file:path=" + again, file);

    assertThat(ran.out()).contains("\"attributes\":{\"tenant\":\"blue\"}");
    assertThat(again).content().contains("\"attributes\":{\"tenant\":\"blue\"}");
  }

  @Test
  void aRecordOfAStoppedAnswerEndsLikeIt() throws IOException {
    String stopped =
        "{\"type\":\"open\",\"version\":1}\n{\"type\":\"end\",\"status\":\"stopped\"}\n";
    Path file = Files.writeString(folder.resolve("stopped.jsonl"), stopped);

    assertThat(Sluice.command().run("replay", file.toString()).code())
        .isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void oneRecordHasNoSource() {
    assertThat(JsonObject.read(Sluice.command().run("replay", "--json", whole).out()).members())
        .doesNotContainKey("source");
  }

  @Test
  void aRecordCanBePipedIn() throws IOException {
    String record = Files.readString(Path.of(cut));

    Sluice.Ran ran = Sluice.command().reading(record).run("replay", "--json", whole, "-");

    assertThat(ran.code()).isEqualTo(ExitCode.TRUNCATED);
    assertThat(ran.out().lines().map(line -> JsonObject.read(line).string("source").orElse("")))
        .containsExactly(whole, "-");
    assertThat(Sluice.command().run("replay", "-", "-").err())
        .isEqualTo("sluice: - is stdin, which can be read once; name it once\n");
  }
}
