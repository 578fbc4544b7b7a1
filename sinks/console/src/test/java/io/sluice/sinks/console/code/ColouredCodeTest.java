package io.sluice.sinks.console.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.ChunkBuilder;
import io.sluice.sinks.console.ConsoleSink;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Colours add to a block of code, and take nothing away. */
class ColouredCodeTest {

  private static final int ROUNDS = 40;
  private static final String STYLES = "\033\\[[0-9;]*m|\033]8;[^\033]*\033\\\\";

  private static final List<String> PIECES =
      List.of(
          "\"",
          "'",
          "`",
          "\"\"\"",
          "'''",
          "\\",
          "//",
          "/*",
          "*/",
          "#",
          "--",
          "<!--",
          "-->",
          " ",
          "if",
          "return ",
          "SELECT ",
          "x1",
          "3.14",
          "0xff",
          ".",
          "(",
          "}",
          "**b**",
          "<a>",
          "_i_",
          "https://s.example/a",
          "[l](https://s.example/)",
          "| a |",
          "\u00e9",
          "\u6f22\u5b57",
          "\ud83d\ude00",
          "e\u0301",
          "\n",
          "\n\n",
          "  ");

  static Stream<String> languages() {
    Stream<String> known =
        Stream.of(Language.values()).map(language -> language.name().toLowerCase(Locale.ROOT));
    return Stream.concat(known, Stream.of("py", "unknown", ""));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void withoutStylesTheCodeIsAsItCameAtAnyCut(String language) throws IOException {
    for (int seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      String text = "```" + language + "\n" + code(random) + "\n```\n";
      for (int cut = 1; cut < text.length(); cut++) {
        String shown = shown(List.of(text.substring(0, cut), text.substring(cut)));
        assertThat(plain(shown)).as("seed " + seed + ", cut at " + cut).isEqualTo(text);
      }
      assertThat(plain(shown(parts(text, random)))).as("seed " + seed).isEqualTo(text);
    }
  }

  private static String code(Random random) {
    var code = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      code.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return code.toString().replace("```", "``");
  }

  private static List<String> parts(String text, Random random) {
    List<String> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + 1 + random.nextInt(4));
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private static String shown(List<String> parts) throws IOException {
    var out = new ByteArrayOutputStream();
    ConsoleSink sink = ConsoleSink.to(out).toTerminal().styled().linking().wrappedAt(() -> 20);
    for (String part : parts) {
      sink.onChunk(ChunkBuilder.of(new Delta.Text(0, part)).build());
    }
    sink.onEnd(Outcome.builder(Status.COMPLETED).chunks(parts.size()).build());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String plain(String shown) {
    return shown.replaceAll(STYLES, "");
  }
}
