package io.sluice.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.bench.measure.TextTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadFilesTest {
  /** Each word is a token. */
  private static final TextTokens.Factory WORDS =
      new TextTokens.Factory() {
        @Override
        public TextTokens counter() {
          var words = new AtomicLong();
          return more -> words.addAndGet(more.chars().filter(each -> each == ' ').count());
        }

        @Override
        public boolean isEstimate() {
          return false;
        }
      };

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("asked");
  }

  private TracePrompts trace(String text) throws IOException {
    Files.writeString(file, text);
    return TracePrompts.read(file, 1, 1, WORDS);
  }

  @Test
  void aTraceIsPlayedInTheOrderOfItsTimes() throws IOException {
    TracePrompts trace =
        trace(
            """
            {"timestamp": 3000, "input_length": 5, "output_length": 30}
            {"timestamp": 1000, "input_length": 5, "output_length": 10}
            {"timestamp": 1500, "input_length": 5, "output_length": 15}
            """);

    assertThat(trace.moments()).containsExactly(0L, 500_000_000L, 2_000_000_000L);
    assertThat(trace.prompt(0).outputTokens()).hasValue(10);
    assertThat(trace.prompt(1).outputTokens()).hasValue(15);
    assertThat(trace.prompt(2).outputTokens()).hasValue(30);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    assertThat(trace("\uFEFFTIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46,3,4\n"))
        .satisfies(trace -> assertThat(trace.moments()).containsExactly(0L));
  }

  @Test
  void whatIsNotUtf8IsRefusedRatherThanReplaced() throws IOException {
    Files.write(file, "prompt caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> PromptList.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + " is not UTF-8; convert it");
    assertThatThrownBy(() -> TracePrompts.read(file, 1, 1, WORDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + " is not UTF-8; convert it");
  }

  @Test
  void eachPromptOfAFileIsTried() throws IOException {
    Files.writeString(file, "One\n\nTwo\n");

    assertThat(PromptList.read(file).tried()).isEqualTo(2);
    assertThat(trace("{\"timestamp\":0,\"input_length\":5,\"output_length\":1}").tried()).isOne();
  }
}
