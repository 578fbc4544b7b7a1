package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

  @TempDir Path folder;

  @Test
  void nameIsCompletedByTheRun() {
    assertThat(named("{date}_{time}-{model}-{id}.md", "gpt-4o.1"))
        .isEqualTo("1970-01-01_00-00-00-gpt-4o.1-run-1.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "../../x",
        "a/b",
        "/etc/passwd",
        "a\\b",
        "C:x",
        "\u0000",
        "a\n\u001b[2J",
        "",
        "~",
        "{id}",
        "$1",
        "\ud83d",
        "模型"
      })
  void noModelLeadsElsewhere(String model) throws IOException {
    for (String template : new String[] {"{model}", ".{model}", "{model}.txt", "{model}{model}"}) {
      Path path = folder.resolve(template);
      Path file = PathTemplate.of(path).of(asked(model), ZoneOffset.UTC);

      assertThat(file.normalize().getParent()).isEqualTo(folder);
      assertThat(file.getFileName().toString()).matches("[A-Za-z0-9._-]+");
    }
    var sink = FileSink.text(folder.resolve("{model}.txt")).expanding();
    Answer.of("x").to(ChatRequest.of(model, "Hi")).run(sink, Status.COMPLETED);

    assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".txt"));
  }

  @Test
  void longNamesAreCutAndMissingOnesReplaced() {
    assertThat(named("{model}", "a".repeat(100_000))).isEqualTo("a".repeat(64));
    assertThat(named("{model}", "")).isEqualTo("unknown");
    Path path =
        PathTemplate.of(Path.of("{model}")).of(Answer.context(Optional.empty()), ZoneOffset.UTC);
    assertThat(path).hasToString("unknown");
  }

  @Test
  void placeholdersInFoldersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathTemplate.of(Path.of("{model}", "a.md")))
        .withMessageEndingWith(
            "has a placeholder in the name of a folder; use them in the file's name only");
  }

  @Test
  void otherBracesStayAsTheyAre() {
    assertThat(named("{}{1}{A}.md", "m")).isEqualTo("{}{1}{A}.md");
  }

  private static String named(String template, String model) {
    return PathTemplate.of(Path.of(template)).of(asked(model), ZoneOffset.UTC).toString();
  }

  private static io.sluice.sink.StreamContext asked(String model) {
    return Answer.context(Optional.of(ChatRequest.of(model, "Hi")));
  }
}
