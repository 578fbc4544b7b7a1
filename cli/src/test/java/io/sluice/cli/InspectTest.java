package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InspectTest {
  private static final String STREAM =
      """
      data: {"id":"c1","choices":[{"index":0,"delta":{"role":"assistant","content":""}}]}

      data: {"id":"c1","choices":[{"index":1,"delta":{"content":"a\\u001b[2J\\n"}}]}

      data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"},{"index":1,"delta":{},"finish_reason":"length"}]}

      data: {"id":"c1","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}

      data: [DONE]

      """;

  @Test
  void eachChunkIsALine() {
    assertThat(inspected("hello").out().replaceAll("\\d+\\.\\d ms", "# ms").replaceAll(" +", " "))
        .isEqualTo(
            """
             1 # ms c1 role=assistant "" - -
             2 # ms c1 1:"a\\u001b[2J\\n" - -
             3 # ms - - stop 1:length -
             4 # ms c1 - - 1+2=3
            """);
  }

  @Test
  void whatIsBeyondTheLimitIsDrainedAndCounted() {
    Sluice.Ran ran = inspected("hello", "--limit", "3", "--strict", "-q");

    assertThat(ran.out()).hasLineCount(4).endsWith("\n… 1 more chunk\n");
    assertThat(ran.code()).isEqualTo(ExitCode.CUT);
  }

  private static Sluice.Ran inspected(String... args) {
    try (Simulator server =
        Simulator.builder()
            .replayBytes(STREAM.getBytes(StandardCharsets.UTF_8), "text/event-stream")
            .start()) {
      String[] all = new String[args.length + 1];
      all[0] = "inspect";
      System.arraycopy(args, 0, all, 1, args.length);
      return Sluice.command().with("OPENAI_BASE_URL", server.baseUrl().toString()).run(all);
    }
  }
}
