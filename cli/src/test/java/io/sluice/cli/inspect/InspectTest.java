package io.sluice.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.Sluice;
import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.cli.terminal.Terminals;
import io.sluice.json.ChunkReader;
import io.sluice.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(
            inspected("-n", "2", "hello")
                .out()
                .replaceAll("\\d+\\.\\d ms!?", "# ms")
                .replaceAll(" +", " "))
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

  @Test
  void rawShowsBelowEachLineTheBytesItCameWith() {
    List<String> pieces =
        List.of(
            "\uFEFF: hello\r\n\r\nretry: 5\r\ndata: {\"choices\":[]}\r\n\r\n",
            "event: x\ndata: {\ndata:\"id\":\"é\"}\n\n",
            ": still here\n\ndata: {}\n\n",
            ": bye\n\ndata: [DONE]\n\n");

    String shown =
        inspected(Sluice.command(), String.join("", pieces), "hello", "--raw")
            .out()
            .replaceAll("( {3}\\d) .*\n", "$1\n");
    assertThat(shown)
        .isEqualTo(
            "   1\n"
                + pieces.get(0)
                + "   2\n"
                + pieces.get(1)
                + "   3\n"
                + pieces.get(2)
                + pieces.get(3));
  }

  @Test
  void rawShowsTheBytesOfTheLinesThatAreShown() {
    List<String> events = List.of(STREAM.split("(?<=\n\n)"));

    assertThat(inspected("hello", "--raw", "--limit", "2").out().lines().toList())
        .hasSize(7)
        .satisfies(lines -> assertThat(lines.get(1) + "\n\n").isEqualTo(events.get(0)))
        .satisfies(lines -> assertThat(lines.get(4) + "\n\n").isEqualTo(events.get(1)))
        .last()
        .isEqualTo("… 2 more chunks");
  }

  @Test
  void rawShowsTheBytesOfManyChunksThatComeAtOnce() {
    var stream = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      stream.append(": ").append(i).append("\n\ndata: {\"choices\":[],\"x\":").append(i % 7);
      stream.append(",\"padding\":\"").append("-".repeat(300)).append("\"}\n\n");
    }
    stream.append("data: [DONE]\n\n");

    String shown = inspected(Sluice.command(), stream.toString(), "hello", "--raw").out();
    assertThat(shown.replaceAll("(?m)^ *\\d+ +\\d+\\.\\d ms.*\n", "")).isEqualTo(stream.toString());
  }

  @Test
  void rawShowsWhatNoChunkCameOf() {
    String cut = "data: {\"choices\":[]}\n\n: a cut\n\ndata: {\"choi";

    assertThat(inspected(Sluice.command(), cut, "hello", "--raw").out())
        .endsWith("\n\n: a cut\n\ndata: {\"choi\n");
  }

  @Test
  void rawAndRecordAreToldTheSame(@TempDir Path folder) throws IOException {
    Path record = folder.resolve("record");

    assertThat(inspected("hello", "--raw", "--record", record.toString()).out().lines())
        .containsSubsequence(STREAM.lines().toList());
    assertThat(record).hasContent(STREAM);
  }

  @Test
  void onATerminalRawSpellsWhatThatWouldObey() {
    String hostile = "data: {\"choices\":[{\"delta\":{\"content\":\"\u009b2J\u202e\"}}]}\n\n";

    assertThat(inspected(Sluice.command(), hostile, "hello", "--raw").out())
        .contains("\"content\":\"\u009b2J\u202e\"");
    assertThat(inspected(atTerminal(), hostile, "hello", "--raw", "--no-color").out())
        .contains("\"content\":\"\\u009b2J\\u202e\"")
        .contains("  \"\\u009b2J\\u202e\"  ")
        .doesNotContain("\u009b", "\u202e");
  }

  @Test
  void onATerminalEachKindOfDeltaHasItsColour() {
    String line = "data: {\"choices\":[{\"delta\":{%s},\"finish_reason\":%s}]%s}\n\n";
    String stream =
        line.formatted("\"role\":\"r\",\"content\":\"c\",\"odd\":1", "null", "")
            + line.formatted("\"reasoning_content\":\"t\",\"refusal\":\"n\"", "null", "")
            + line.formatted(
                "\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"f\"}}]", "\"stop\"", "")
            + line.formatted(
                "", "null", ",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}");

    assertThat(inspected(atTerminal(), stream, "hello").out())
        .contains("\033[34mrole=r\033[0m", "\033[32m\"c\"\033[0m", "\033[33modd=1\033[0m")
        .contains("\033[0;2mreasoning=\"t\"\033[0m", "\033[31mrefusal=\"n\"\033[0m")
        .contains("\033[35mtool[0]=f\"\"\033[0m", "\033[1mstop\033[0m")
        .contains("\033[36m1+2=3\033[0m");
    assertThat(inspected(atTerminal(), stream, "hello", "--no-color").out())
        .doesNotContain("\033")
        .contains("role=r \"c\" odd=1");
  }

  @Test
  void aGapThatStandsOutIsMarkedAndTheColumnsStay() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var call = call(bytes);
    var sink =
        new InspectSink(
            call.streams().out(), new InspectLine(call), Optional.empty(), Long.MAX_VALUE);
    var reader = new ChunkReader();
    for (long at : new long[] {5, 15, 25, 35, 45, 75, 85}) {
      sink.onChunk(reader.read("{\"choices\":[]}", Duration.ofMillis(at), kind -> {}));
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines().map(row -> row.substring(0, 22)))
        .containsExactly(
            "   1       5.0 ms  -  ",
            "   2      10.0 ms  -  ",
            "   3      10.0 ms  -  ",
            "   4      10.0 ms  -  ",
            "   5      10.0 ms  -  ",
            "   6      30.0 ms! -  ",
            "   7      10.0 ms  -  ");
  }

  private static Call call(OutputStream out) {
    var streams =
        new StandardStreams(
            InputStream.nullInputStream(),
            new StandardOutput(out),
            System.err,
            Terminals.none(),
            Optional.empty());
    Arguments arguments =
        Arguments.parse(new InspectCommand().spec(), List.of("hello"), Map.of(), Path.of(""));
    return new Call(arguments, streams, new Interruption());
  }

  private static Sluice atTerminal() {
    return Sluice.command().on(new Terminals(false, true, false));
  }

  private static Sluice.Ran inspected(String... args) {
    return inspected(Sluice.command(), STREAM, args);
  }

  private static Sluice.Ran inspected(Sluice sluice, String stream, String... args) {
    try (Simulator server =
        Simulator.builder()
            .replayBytes(stream.getBytes(StandardCharsets.UTF_8), "text/event-stream")
            .start()) {
      String[] all = new String[args.length + 1];
      all[0] = "inspect";
      System.arraycopy(args, 0, all, 1, args.length);
      return sluice.with("OPENAI_BASE_URL", server.baseUrl().toString()).run(all);
    }
  }
}
