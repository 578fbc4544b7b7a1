package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownFileTest {

  private static final ChatRequest REQUEST =
      ChatRequest.builder("m: \"1\"").system("Be brief.").user("Hi?\n").build();

  @TempDir Path folder;

  @Test
  void documentHoldsTheTurnsAndTheAnswer() throws IOException {
    Path file = folder.resolve("a.md");
    Answer.of("Still ", "water.").to(REQUEST).run(FileSink.markdown(file), Status.COMPLETED);

    assertThat(withoutSpace(file))
        .isEqualTo(
            """
            ---
            model: "m: \\"1\\""
            started: 1970-01-01T00:00:00Z
            outcome: completed
            prompt_tokens:
            completion_tokens:
            total_tokens:
            ---

            ## System

            Be brief.

            ## User

            Hi?

            ## Assistant

            Still water.
            """);
  }

  @Test
  void noLineOfTheHeadEndsWithABlankAndItsLengthStays() throws IOException {
    Path file = folder.resolve("a.md.partial");
    try (var sink = FileSink.markdown(folder.resolve("a.md"))) {
      var answer = Answer.of("Still").to(REQUEST).begin(sink);
      String unfinished = Files.readString(file);
      answer.end(sink, Status.TRUNCATED);

      assertThat(Files.readString(file).lines()).noneMatch(line -> line.endsWith(" "));
      assertThat(Files.readString(file)).contains(unfinished.substring(unfinished.indexOf("\n##")));
      assertThat(unfinished.indexOf("\n##")).isEqualTo(Files.readString(file).indexOf("\n##"));
    }
  }

  @Test
  void pagesThatTheAnswerCitesFollow() throws IOException {
    Path file = folder.resolve("a.md");
    new Answer()
        .then(
            new Delta.Text(0, "So [1]."),
            new Delta.Other(
                0, Delta.Place.CHUNK, "citations", new Json("[\"https://a.example/\"]")),
            new Delta.Other(
                0,
                Delta.Place.CHUNK,
                "search_results",
                new Json("[{\"title\":\"A [b]\",\"url\":\"https://a.example/\"}]")))
        .run(FileSink.markdown(file), Status.COMPLETED);

    assertThat(file)
        .content()
        .endsWith("So [1].\n\n## Sources\n\n1. A \\[b\\] <https://a.example/>\n");
  }

  @Test
  void headSaysUnfinishedUntilTheEnd() throws IOException {
    Path file = folder.resolve("a.md.partial");
    try (var sink = FileSink.markdown(folder.resolve("a.md"))) {
      var answer = Answer.of("Still").to(REQUEST).begin(sink);

      assertThat(withoutSpace(file)).contains("\noutcome: unfinished\n").endsWith("\nStill");
      answer.end(sink, Status.TRUNCATED);
    }
    assertThat(withoutSpace(file))
        .contains("\noutcome: truncated\n")
        .doesNotContain("unfinished")
        .endsWith("\nStill\n\n[truncated: the line is gone]\n");
  }

  @Test
  void appendedConversationHasAHeadOfItsOwn() throws IOException {
    Path file = folder.resolve("a.md");
    Files.writeString(file, "# Mine\n");
    for (Status status : new Status[] {Status.STOPPED, Status.COMPLETED}) {
      Answer.of("x").to(REQUEST).run(FileSink.markdown(file).appending(), status);
    }

    assertThat(withoutSpace(file))
        .startsWith("# Mine\n\n---\n")
        .containsSubsequence("outcome: stopped", "[stopped]\n\n---\n", "outcome: completed")
        .endsWith("\nx\n");
  }

  @Test
  void callsAndOtherChoicesFollow() throws IOException {
    Path file = folder.resolve("a.md");
    new Answer()
        .then(
            new Delta.ToolCall(0, 0, "id", "rain", "{\"a\":\n```}", Map.of()),
            new Delta.Text(1, "B"))
        .run(FileSink.markdown(file), Status.COMPLETED);

    assertThat(file)
        .content()
        .endsWith("Calls `rain` with\n\n    {\"a\":\n    ```}\n\n## Assistant, choice 1\n\nB\n");
  }

  /** A comment in the head keeps room for what only the end knows. */
  private static String withoutSpace(Path file) throws IOException {
    return Files.readString(file).replaceAll("\n#-+\n", "\n");
  }
}
