package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of calls, which the text of an answer does not show. */
class CalledToolsTest {
  @TempDir private Path folder;

  @Test
  void callsWithoutATextAreNamedInTheOrderOfTheirFirstCalls() throws IOException {
    assertThat(replayed(List.of("add", "multiply", "add")).err())
        .isEqualTo("the model called add and multiply; --json shows the calls\n");
    assertThat(replayed(List.of("add")).err())
        .isEqualTo("the model called add; --json shows the calls\n");
  }

  @Test
  void ofMoreThanFiveToolsTheRestIsCounted() throws IOException {
    assertThat(replayed(List.of("a", "b", "c", "d", "e", "f", "g")).err())
        .isEqualTo("the model called a, b, c, d, e and 2 more; --json shows the calls\n");
  }

  @Test
  void anAnswerWithoutCallsNeedsNoLine() throws IOException {
    assertThat(replayed(List.of()).err()).doesNotContain("the model called");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--events", "-q"})
  void whatShowsTheCallsOrIsQuietSaysNothingOfThem(String flag) throws IOException {
    assertThat(replayed(List.of("add"), flag).err()).doesNotContain("the model called");
  }

  private Sluice.Ran replayed(List<String> names, String... flags) throws IOException {
    var calls = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      calls
          .append(i == 0 ? "" : ",")
          .append("{\"index\":" + i + ",\"id\":\"call_" + i + "\",\"type\":\"function\",")
          .append("\"function\":{\"name\":\"" + names.get(i) + "\",\"arguments\":\"{}\"}}");
    }
    String delta = names.isEmpty() ? "\"content\":\"Hi\"" : "\"tool_calls\":[" + calls + "]";
    String finish = names.isEmpty() ? "stop" : "tool_calls";
    Path record =
        Files.writeString(
            folder.resolve("calls.sse"),
            "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{"
                + delta
                + "},\"finish_reason\":\""
                + finish
                + "\"}]}\n\ndata: [DONE]\n\n");
    String[] words = new String[flags.length + 2];
    words[0] = "replay";
    System.arraycopy(flags, 0, words, 1, flags.length);
    words[words.length - 1] = record.toString();
    return Sluice.command().run(words);
  }
}
