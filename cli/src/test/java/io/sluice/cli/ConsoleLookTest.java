package io.sluice.cli;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.chat.Json;
import io.sluice.json.ChunkBuilder;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer looks in a terminal. Escapes are written as U+241B. */
class ConsoleLookTest {
  private static final String ANSWER =
      """
      # A heading with *italics*

      Some prose that is **long enough** to be broken at the end of a row, with `code`, ~~gone~~, \
      \u6f22\u5b57 and \ud83d\ude00.

      ## Lists

      - one item that is long enough to need a second row of the terminal, which has its margin
        - nested
      - two
      10. ten

      > A quote that is long enough to need a second row, which has the bar of the quote too.

      | name | \u6f22\u5b57 | count |
      |:-----|:--:|------:|
      | `a`  | \u4f60 | 1 |
      | a longer name | b | 10000 |

      ```java
      // A comment of a program that is longer than the row of a narrow terminal
      int i = 7; String s = "text";
      ```

      ```unknown
      if (a) { **b** }
      ```

      ---

      See [the page](https://s.example/page), https://s.example/bare and [1].
      """;

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void anAnswerIsLaidOutForTheWidthOfTheTerminal(int columns) throws IOException {
    var styled = new ByteArrayOutputStream();
    tell(ConsoleSink.to(styled).toTerminal().styled().linking().wrappedAt(() -> columns));
    var unlinked = new ByteArrayOutputStream();
    tell(ConsoleSink.to(unlinked).toTerminal().styled().wrappedAt(() -> columns));
    var plain = new ByteArrayOutputStream();
    tell(ConsoleSink.to(plain).toTerminal().wrappedAt(() -> columns));

    Golden.compare("look-" + columns + "-links.txt", text(styled));
    Golden.compare("look-" + columns + "-styles.txt", text(unlinked));
    Golden.compare("look-" + columns + "-plain.txt", text(plain));
  }

  private static void tell(ConsoleSink sink) throws IOException {
    Json pages = new Json("[\"https://a.example/one\",\"https://b.example/two\"]");
    var cited = new Delta.Other(0, Delta.Place.CHUNK, "citations", pages);
    var completion = new CompletionAccumulator();
    for (Delta delta : List.of(new Delta.Text(0, ANSWER), cited)) {
      Chunk chunk = ChunkBuilder.of(delta).build();
      completion.add(chunk);
      sink.onChunk(chunk);
    }
    sink.onEnd(Outcome.builder(Status.COMPLETED).completion(completion.result()).chunks(2).build());
  }

  private static String text(ByteArrayOutputStream shown) {
    return shown.toString(StandardCharsets.UTF_8).replace('\033', '\u241b');
  }
}
