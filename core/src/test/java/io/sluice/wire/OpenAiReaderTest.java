package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ends, errors and everything else that is no ordinary chunk. */
class OpenAiReaderTest {

  private static final String A = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}";
  private static final String A_READ = "chunk(0:'a')";

  static Stream<Arguments> ends() {
    return Stream.of(
        row("end marker", Events.data("[DONE]"), "done"),
        row("end marker with white space", Events.data(" [DONE]\n"), "done"),
        row("unfinished end marker", Events.unfinished("[DONE]"), "unfinished_event", "done"),
        row("unfinished chunk", Events.unfinished(A), "unfinished_event", A_READ),
        row("cut chunk", Events.unfinished(A.substring(0, 30))),
        row("cut end marker", Events.unfinished("[DON")),
        row("unfinished number", Events.unfinished("12")),
        row("empty data", Events.data("")),
        row("blank data", Events.data(" \n ")),
        row("a comment as data", Events.data(": keep-alive")),
        row("comment", new WireEvent.Comment(" OPENROUTER PROCESSING")),
        row("reconnection time", new WireEvent.ReconnectionTime(5)),
        row("unknown field", Events.line("foo: bar"), "unknown_field"),
        row("chunk without data", Events.line(A), "unknown_field"));
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        row(
            "error object",
            Events.data("{\"error\":{\"message\":\"no\\nway\",\"type\":\"t\",\"code\":\"c\"}}"),
            "chunk()",
            "failed(c, t, no way)"),
        row(
            "error as a string",
            Events.data("{\"error\":\"no way\"}"),
            "chunk()",
            "failed(-, -, no way)"),
        row(
            "numeric code",
            Events.data("{\"error\":{\"message\":\"no\",\"code\":502}}"),
            "chunk()",
            "failed(502, -, no)"),
        row(
            "no message",
            Events.data("{\"error\":{\"code\":500}}"),
            "chunk()",
            "failed(500, -, the provider reported an error without a message (code 500))"),
        row(
            "unfinished error",
            Events.unfinished("{\"error\":\"no\"}"),
            "unfinished_event",
            "chunk()",
            "failed(-, -, no)"),
        row(
            "error beside choices",
            Events.data(
                "{\"error\":{\"code\":502,\"message\":\"no\"},\"choices\":[{\"index\":0,"
                    + "\"delta\":{\"content\":\"a\"},\"finish_reason\":\"error\"}]}"),
            "chunk(0:'a', 0:finish error)",
            "failed(502, -, no)"),
        row(
            "error in a choice",
            Events.data("{\"choices\":[{\"error\":{\"message\":\"no\"}}]}"),
            "chunk()",
            "failed(-, -, no)"),
        row(
            "flat error",
            Events.data("{\"object\":\"error\",\"message\":\"no\",\"code\":400}"),
            "chunk(0:chunk message 'no', 0:chunk code 400)",
            "failed(400, -, no)"),
        row(
            "event of type error",
            Events.error("{\"message\":\"no\",\"code\":\"c\"}"),
            "chunk(0:chunk message 'no', 0:chunk code 'c')",
            "failed(c, -, no)"),
        row(
            "event of type error that wraps one",
            Events.error("{\"error\":{\"message\":\"no\"}}"),
            "chunk()",
            "failed(-, -, no)"),
        row(
            "event of type error in plain words",
            Events.error("it broke"),
            "failed(-, -, it broke)"),
        row(
            "bare line",
            Events.line("error: {\"code\":500,\"message\":\"no\",\"type\":\"t\"}"),
            "failed(500, t, no)"),
        row(
            "bare line that wraps one",
            Events.line("error: {\"error\":{\"message\":\"no\"}}"),
            "failed(-, -, no)"),
        row("bare line in plain words", Events.line("error: it broke"), "failed(-, -, it broke)"),
        row("bare object", Events.line("{\"error\":{\"message\":\"no\"}}"), "failed(-, -, no)"),
        row(
            "network_error",
            finish("network_error"),
            "chunk(0:finish network_error)",
            "failed(network_error, -, the server broke off with finish reason 'network_error')"),
        row(
            "insufficient_system_resource",
            finish("insufficient_system_resource"),
            "chunk(0:finish insufficient_system_resource)",
            "failed(insufficient_system_resource, -, the server broke off with finish reason "
                + "'insufficient_system_resource')"));
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        row(
            "malformed",
            Events.data("{\"choices\":[}"),
            "failed(the server sent malformed JSON at character 13, in: {\"choices\":[})"),
        row(
            "cut short",
            Events.data("{\"choices\":["),
            "failed(the server sent JSON that ends too early: {\"choices\":[)"),
        row(
            "two objects",
            Events.data("{}{}"),
            "failed(the server sent more than one JSON value: {}{})"),
        row("array", Events.data("[]"), "failed(the server sent no JSON object: [])"),
        row("null", Events.data("null"), "unexpected_data"),
        row("number", Events.data("12"), "failed(the server sent no JSON object: 12)"),
        row(
            "word",
            Events.data("ping"),
            "failed(the server sent malformed JSON at character 1, in: ping)"),
        row(
            "choice index too large",
            Events.data("{\"choices\":[{\"index\":1024}]}"),
            "failed(the server sent choice index 1024, which is beyond 0 to 1023: "
                + "{\"choices\":[{\"index\":1024}]})"));
  }

  static Stream<Arguments> wholes() {
    return Stream.of(
        row(
            "completion",
            Events.whole(
                "{\"id\":\"x\",\"choices\":[{\"index\":0,\"message\":{\"role\":"
                    + "\"assistant\",\"content\":\"a\",\"reasoning\":\"h\"},\"finish_reason\":"
                    + "\"stop\"}],\"usage\":{\"total_tokens\":2}}\n"),
            "chunk(0:assistant, 0:'a', 0:thinks 'h', 0:finish stop, usage 0+0=2)",
            "done"),
        row("error", Events.whole("{\"error\":{\"message\":\"no\"}}"), "failed(-, -, no)"),
        row("detail", Events.whole("{\"detail\":\"no\"}"), "failed(-, -, no)"),
        row("empty", Events.whole(" \n")),
        row(
            "web page",
            Events.whole("<!DOCTYPE html><html><title>Log\n in</title>"),
            "failed(the server answered with the web page 'Log in' instead of a stream; "
                + "check the base URL and the proxy)"),
        row(
            "web page without a title",
            Events.whole("<html>"),
            "failed(the server answered with a web page instead of a stream; "
                + "check the base URL and the proxy)"),
        row(
            "words",
            Events.whole("upstream down"),
            "failed(the server answered with no stream: upstream down)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ends", "errors", "malformed", "wholes"})
  void anEventIsReadAsItIsMeant(String name, WireEvent event, List<String> expected) {
    assertThat(read(event).said).as(name).isEqualTo(expected);
  }

  @Test
  void nothingIsReportedAfterTheEnd() {
    assertThat(read(Events.data("[DONE]"), Events.data(A), Events.line("error: x")).said)
        .containsExactly("done");
    assertThat(read(Events.error("x"), Events.data("[DONE]")).said).hasSize(1);
  }

  @Test
  void theBytesLentAreNotKept() {
    byte[] bytes = A.getBytes(StandardCharsets.UTF_8);
    var receiver = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    reader.read(Events.data(bytes), Duration.ZERO, receiver);
    Arrays.fill(bytes, (byte) 'x');

    assertThat(receiver.chunks.get(0).json()).isEqualTo(A);
    assertThat(receiver.chunks.get(0).text()).isEqualTo("a");
  }

  @Test
  void aBufferOutsideTheHeapIsReadToo() {
    ByteBuffer direct =
        ByteBuffer.allocateDirect(A.length()).put(A.getBytes(StandardCharsets.UTF_8));

    assertThat(read(new WireEvent.Data("message", "", direct.flip().asReadOnlyBuffer())).said)
        .containsExactly(A_READ);
  }

  @Test
  void boundsOfJsonAreBoundsOfTheStream() {
    String deep = "{\"a\":" + "[".repeat(600) + "]".repeat(600) + "}";
    String wide = "{\"a\":" + "1".repeat(2000) + "}";

    for (String payload : List.of(deep, wide)) {
      Failure failure = read(Events.data(payload)).failure.orElseThrow();
      assertThat(failure.message())
          .containsAnyOf(
              "sent JSON nested deeper than 500 at character 505, in: …[",
              "sent JSON with a number of over 1000 digits at character 2005, in: …1")
          .hasSizeLessThan(250);
    }
  }

  @Test
  void aMalformedEventShowsItsBeginningAndNoKey() {
    String payload = "{\"key\": \"sk-abcdefghijkl\", " + "x".repeat(10_000);
    var failure = (Failure.Protocol) read(Events.data(payload)).failure.orElseThrow();

    assertThat(failure.excerpt()).hasSize(400).doesNotContain("sk-abc");
    assertThat(failure.message()).hasSizeLessThan(150).doesNotContain("sk-abc");
  }

  @Test
  void noBytesMakeAReaderThrow() {
    var random = new Random(42);
    String seed = A.replace("}}]}", ",\"tool_calls\":[{\"index\":0,\"id\":\"c\"}]},\"x\":1.5}]}");
    for (int i = 0; i < 8_000; i++) {
      byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Dialect.Reader reader = new OpenAiDialect().reader();
      var receiver = new RecordingReceiver();
      reader.read(event(bytes, random.nextInt(4)), Duration.ZERO, receiver);
      reader.read(Events.data(A), Duration.ZERO, receiver);
      reader.end(receiver);
    }
  }

  private static WireEvent event(byte[] bytes, int kind) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return switch (kind) {
      case 0 -> new WireEvent.Unfinished("message", "", buffer);
      case 1 -> new WireEvent.Whole(buffer);
      case 2 -> new WireEvent.Data("error", "", buffer);
      default -> new WireEvent.Data("message", "", buffer);
    };
  }

  private static WireEvent finish(String reason) {
    return Events.data("{\"choices\":[{\"index\":0,\"finish_reason\":\"" + reason + "\"}]}");
  }

  private static RecordingReceiver read(WireEvent... events) {
    var receiver = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    for (WireEvent event : events) {
      reader.read(event, Duration.ZERO, receiver);
    }
    return receiver;
  }

  private static Arguments row(String name, WireEvent event, String... expected) {
    return Arguments.of(name, event, List.of(expected));
  }
}
