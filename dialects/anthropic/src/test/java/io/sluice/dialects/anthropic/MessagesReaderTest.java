package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Origin;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What single events mean, and how an answer ends. */
class MessagesReaderTest {

  private static final String STOP = "{'type':'message_stop'}";

  static Stream<Arguments> events() {
    return Stream.of(
        row(
            "message_start",
            "{'type':'message_start','message':{'id':'m1','type':'message','role':'assistant',"
                + "'model':'claude','content':[],'stop_reason':null,'stop_sequence':null,"
                + "'container':{'id':'c'},'usage':{'input_tokens':3,'output_tokens':1}}}",
            "chunk[assistant, chunk container {'id':'c'}] 3+1=4"),
        row(
            "message_start without a message",
            "{'type':'message_start'}",
            "unexpected_type",
            "chunk[]"),
        row(
            "message_start that brings content",
            "{'type':'message_start','message':{'content':[{'type':'text','text':'a'}]}}",
            "chunk['a']"),
        row("ping", "{'type': 'ping'}", "chunk[]"),
        row("ping with a figure", "{'type':'ping','cost':1}", "chunk[chunk cost 1]"),
        row("empty text block", block("{'type':'text','text':''}"), "chunk[]"),
        row("text block that begins with text", block("{'type':'text','text':'a'}"), "chunk['a']"),
        row(
            "text block with citations and something new",
            block("{'type':'text','text':'','citations':[{'a':1},{'b':2}],'new':1.50}"),
            "chunk[message annotations [{'a':1}], message annotations [{'b':2}],"
                + " message new 1.50]"),
        row(
            "text_delta",
            delta("{'type':'text_delta','text':'a\\nb'}"),
            "unexpected_type",
            "chunk['a\nb']"),
        row(
            "empty text_delta",
            delta("{'type':'text_delta','text':''}"),
            "unexpected_type",
            "chunk[]"),
        row(
            "null text_delta",
            delta("{'type':'text_delta','text':null}"),
            "unexpected_type",
            "chunk[]"),
        row(
            "citations_delta",
            delta("{'type':'citations_delta','citation':{'cited_text':'x'}}"),
            "unexpected_type",
            "chunk[message annotations [{'cited_text':'x'}]]"),
        row(
            "tool_use",
            block("{'type':'tool_use','id':'t','name':'f','input':{},'caller':{'type':'direct'}}"),
            "chunk[call 0 t f  {caller={'type':'direct'}}]"),
        row(
            "thinking_delta",
            delta("{'type':'thinking_delta','thinking':'hm'}"),
            "unexpected_type",
            "chunk[thinks 'hm']"),
        row(
            "delta of a new type",
            delta("{'type':'smell_delta','smell':'rose'}"),
            "unexpected_type",
            "chunk[]"),
        row(
            "content_block_delta without delta",
            "{'type':'content_block_delta','index':0}",
            "unexpected_type",
            "chunk[]"),
        row("stop of no block", "{'type':'content_block_stop','index':7}", "chunk[]"),
        row(
            "message_delta",
            "{'type':'message_delta','delta':{'stop_reason':'stop_sequence','stop_sequence':'x'},"
                + "'usage':{'output_tokens':5},'context_management':{}}",
            "chunk[finish stop, choice stop_reason 'stop_sequence', choice stop_sequence 'x',"
                + " chunk context_management {}] 0+5=5"),
        row(
            "message_delta without a reason",
            "{'type':'message_delta','delta':{'stop_reason':null},'usage':{}}",
            "chunk[]"),
        row(
            "event of a new type",
            "{'type':'smell','rose':1}",
            "chunk[chunk smell {'type':'smell','rose':1}]"),
        row("object without a type", "{'foo':1,'error':null}", "chunk[chunk foo 1]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void anEventBecomesAChunk(String name, String event, List<String> said) {
    Heard heard = Heard.of(event);

    assertThat(heard.lines).isEqualTo(said);
    assertThat(heard.chunks.get(0).json()).isEqualTo(event.replace('\'', '"'));
    assertThat(heard.chunks.get(0)).asString().matches("Chunk\\[\\d+ deltas, \\d+ characters]");
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        end("the end of the message", data(STOP), "chunk[]", "done"),
        end(
            "the end, with the invoice of a gateway",
            data("{'type':'message_stop','metrics':{'ms':1}}"),
            "chunk[chunk metrics {'ms':1}]",
            "done"),
        end("the end marker of others alone", data("[DONE]"), "done"),
        end(
            "the end without its blank line",
            unfinished(STOP),
            "unfinished_event",
            "chunk[]",
            "done"),
        end("half an end", unfinished("{'type':'mess")),
        end("no object at the end", unfinished("12")),
        end("empty data", data("")),
        end("a comment as data", data(": keep-alive")),
        end("a comment", new WireEvent.Comment(" hm")),
        end("an unknown field", new WireEvent.UnknownField("foo", "bar"), "unknown_field"),
        end("an empty body", whole(" \n")),
        end(
            "malformed JSON",
            data("{'type':"),
            "failed the server sent JSON that ends too early: {'type':"),
        end("no object", data("[1]"), "failed the server sent JSON that is not an object: [1]"));
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        end(
            "overloaded",
            data(
                "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'},"
                    + "'request_id':'req_1'}"),
            "chunk[]",
            "failed 529 overloaded_error Overloaded"),
        end(
            "a type of error that is new",
            data("{'type':'error','error':{'type':'moody_error','message':'not now'}}"),
            "chunk[]",
            "failed - moody_error not now"),
        end(
            "a code of its own",
            data("{'error':{'code':'c','type':'api_error','message':'no'}}"),
            "chunk[chunk error {'code':'c','type':'api_error','message':'no'}]",
            "failed c api_error no"),
        end(
            "an event named error",
            new WireEvent.Data("error", "", Heard.bytes("{'message':'no'}")),
            "chunk[chunk message 'no']",
            "failed - - no"),
        end(
            "an event named error in plain words",
            new WireEvent.Data("error", "", Heard.bytes("it broke")),
            "failed - - it broke"),
        end(
            "an error without a message",
            data("{'type':'error'}"),
            "chunk[]",
            "failed - - {'type':'error'}"),
        end("a bare line", new WireEvent.UnknownField("error", "it broke"), "failed - - it broke"),
        end(
            "an error in one piece",
            whole("{'type':'error','error':{'type':'api_error','message':'no'}}"),
            "failed 500 api_error no"),
        end(
            "a web page",
            whole("<html><title>Hotel</title></html>"),
            "failed the server answered with the web page 'Hotel' instead of a stream;"
                + " check the base URL and the proxy"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ends", "errors"})
  void anEndIsRecognised(String name, WireEvent event, List<String> said) {
    Heard heard = new Heard().read(event);

    assertThat(heard.lines).isEqualTo(said);
    boolean over = said.stream().anyMatch(l -> l.equals("done") || l.startsWith("failed"));
    if (over) {
      heard.read(data("{'type':'ping'}")).read(event); // must not report behind an end
      assertThat(heard.lines).isEqualTo(said);
    }
  }

  @Test
  void onlyTheStartOfAMessageSaysWhoseItIs() {
    Heard heard =
        Heard.of("{'type':'message_start','message':{'id':'m1','model':'c'}}", "{'type':'ping'}");

    assertThat(heard.chunks.get(0).origin()).isEqualTo(new Origin("m1", "c", Optional.empty()));
    assertThat(heard.chunks.get(1).origin()).isEqualTo(Origin.UNKNOWN);
  }

  @Test
  void badBytesAreReplacedAndRemarked() {
    byte[] bytes = "{\"type\":\"p?\"}".getBytes(StandardCharsets.UTF_8);
    bytes[10] = (byte) 0xFF;
    Heard heard = new Heard().read(new WireEvent.Data("message", "", ByteBuffer.wrap(bytes)));

    assertThat(heard.lines.get(0)).isEqualTo("invalid_utf8");
    assertThat(heard.chunks.get(0).json()).isEqualTo("{\"type\":\"p\uFFFD\"}");
    assertThat(Heard.of("{'type':'p\uFFFD'}").lines).hasSize(1);
  }

  @Test
  void openBlocksHaveABound() {
    var heard = new Heard();
    for (int i = 0; i < 1025; i++) {
      heard.read(data("{'type':'content_block_start','index':" + i + ",'content_block':{}}"));
    }

    assertThat(heard.lines).hasSize(1025);
    assertThat(heard.lines.get(1024))
        .startsWith("failed the server sent more than 1024 content blocks at a time: ");
  }

  @Test
  void whatIsHeldUntilItsBlockIsWholeHasABound() {
    var heard = new Heard().read(data(block("{'type':'server_tool_use','input':{}}")));
    String piece =
        delta("{'type':'input_json_delta','partial_json':'" + "1".repeat(1 << 20) + "'}");
    for (int i = 0; i < 64; i++) {
      heard.read(data(piece));
    }

    assertThat(heard.lines).hasSize(65);
    assertThat(heard.lines.get(64))
        .startsWith("failed the server sent content blocks of more than 67108864 characters: ");
  }

  /** Random events, some of them damaged: whatever comes is a chunk or the end, never a throw. */
  @Test
  void nothingThatAServerSendsMakesItThrow() {
    var random = new Random(8);
    List<String> events = events().map(row -> (String) row.get()[1]).toList();
    for (int run = 0; run < 3000; run++) {
      var heard = new Heard();
      for (int i = 0; i < 8; i++) {
        var event = new StringBuilder(events.get(random.nextInt(events.size())));
        for (int damage = random.nextInt(3); damage > 0; damage--) {
          int at = random.nextInt(event.length());
          event.setCharAt(at, events.get(0).charAt(random.nextInt(events.get(0).length())));
        }
        heard.read(data(event.toString()));
      }
      heard.end().completion();
      assertThat(heard.lines).isNotEmpty();
    }
  }

  private static String block(String content) {
    return "{'type':'content_block_start','index':0,'content_block':" + content + "}";
  }

  private static String delta(String delta) {
    return "{'type':'content_block_delta','index':0,'delta':" + delta + "}";
  }

  private static WireEvent data(String text) {
    return new WireEvent.Data("message", "", Heard.bytes(text));
  }

  private static WireEvent unfinished(String text) {
    return new WireEvent.Unfinished("message", "", Heard.bytes(text));
  }

  private static WireEvent whole(String text) {
    return new WireEvent.Whole(Heard.bytes(text));
  }

  private static Arguments row(String name, String event, String... said) {
    return Arguments.of(name, event, List.of(said));
  }

  private static Arguments end(String name, WireEvent event, String... said) {
    return Arguments.of(name, event, List.of(said));
  }
}
