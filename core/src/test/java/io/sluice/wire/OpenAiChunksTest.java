package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers put into a chunk, and what is made of it. */
class OpenAiChunksTest {

  static Stream<Arguments> chunks() {
    return Stream.of(
        row(
            "role and text",
            choice("'delta':{'role':'assistant','content':'Hi'}"),
            "chunk(0:assistant, 0:'Hi')"),
        row(
            "an escaped half of a pair",
            choice("'delta':{'content':'\\ud83d'}"),
            "chunk(0:'\uD83D')"),
        row("empty text", choice("'delta':{'content':''}"), "chunk(0:'')"),
        row("null text and role", choice("'delta':{'role':null,'content':null}"), "chunk()"),
        row("empty role", choice("'delta':{'role':'','content':'a'}"), "chunk(0:'a')"),
        row(
            "no choices",
            "{'id':'','choices':[],'prompt_filter_results':[{'a':1.50}]}",
            "chunk(0:chunk prompt_filter_results [{'a':1.50}])"),
        row("choices missing", "{'id':'x'}", "chunk()"),
        row("choices null", "{'choices':null}", "chunk()"),
        row(
            "choice without delta",
            choice("'content_offsets':{'end':3}"),
            "chunk(0:choice content_offsets {'end':3})"),
        row("delta null", choice("'delta':null,'finish_reason':'stop'"), "chunk(0:finish stop)"),
        row("index missing", "{'choices':[{'delta':{'content':'a'}}]}", "chunk(0:'a')"),
        row("index null", "{'choices':[{'index':null,'delta':{'content':'a'}}]}", "chunk(0:'a')"),
        row(
            "index behind the delta",
            "{'choices':[{'delta':{'role':'assistant','content':'a','k':1},"
                + "'finish_reason':'stop','index':1}]}",
            "chunk(1:assistant, 1:'a', 1:message k 1, 1:finish stop)"),
        row(
            "two choices",
            "{'choices':[{'index':1,'delta':{'content':'b'}},"
                + "{'index':0,'delta':{'content':'a'}}]}",
            "chunk(1:'b', 0:'a')"),
        row(
            "finish on text",
            choice("'delta':{'content':'a'},'finish_reason':'length'"),
            "chunk(0:'a', 0:finish length)"),
        row("finish empty", choice("'delta':{'content':'a'},'finish_reason':''"), "chunk(0:'a')"),
        row("finish 'null'", choice("'delta':{},'finish_reason':'null'"), "chunk()"),
        row("finish unknown", choice("'delta':{},'finish_reason':'eos'"), "chunk(0:finish eos)"),
        row(
            "finish of a wrong type",
            choice("'delta':{},'finish_reason':7"),
            "unexpected_type",
            "chunk(0:choice finish_reason 7)"),
        row("reasoning", choice("'delta':{'reasoning':'hm'}"), "chunk(0:thinks 'hm')"),
        row(
            "reasoning under both names",
            choice("'delta':{'reasoning_content':'hm','reasoning':'hm','content':null}"),
            "chunk(0:thinks 'hm')"),
        row(
            "reasoning empty under one name",
            choice("'delta':{'reasoning_content':'','reasoning':'hm'}"),
            "chunk(0:thinks '', 0:thinks 'hm')"),
        row("refusal", choice("'delta':{'refusal':'no'}"), "chunk(0:refuses 'no')"),
        row(
            "content of parts",
            choice(
                "'delta':{'content':[{'type':'thinking','thinking':"
                    + "[{'type':'text','text':'h'},{'type':'text','text':'m'}]},"
                    + "{'type':'text','text':'a'},{'type':'reference','reference_ids':[1]}]}"),
            "chunk(0:thinks 'hm', 0:'a', "
                + "0:message content_parts [{'type':'reference','reference_ids':[1]}])"),
        row(
            "content of a wrong type",
            choice("'delta':{'content':5}"),
            "unexpected_type",
            "chunk(0:message content_parts [5])"),
        row(
            "message beside delta",
            choice("'message':{'role':'assistant','content':'all so far'},'delta':{'content':'r'}"),
            "chunk(0:'r')"),
        row(
            "message behind delta",
            choice("'delta':{'content':'r'},'message':{'content':'all so far'}"),
            "chunk(0:'r')"),
        row(
            "message alone",
            choice(
                "'message':{'content':'all','tool_calls':["
                    + "{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}},"
                    + "{'id':'b','type':'function','function':{'name':'g','arguments':'{}'}}]},"
                    + "'finish_reason':'stop'"),
            "whole_answer",
            "chunk(0:'all', 0:call 0 a f {}, 0:call 1 b g {}, 0:finish stop)"),
        row(
            "text of the interface before chat",
            choice("'text':'a','finish_reason':null"),
            "chunk(0:'a')"),
        row(
            "text beside a delta",
            choice("'delta':{'content':'a'},'text':'a'"),
            "chunk(0:'a', 0:choice text 'a')"),
        row(
            "text before a delta",
            choice("'text':'a','delta':{'content':'a'}"),
            "chunk(0:choice text 'a', 0:'a')"),
        row("created as a fraction", "{'created':1.9,'choices':[]}", "unexpected_type", "chunk()"),
        row("id of a wrong type", "{'id':{'a':1},'choices':[]}", "unexpected_type", "chunk()"),
        row(
            "unmodelled fields",
            "{'service_tier':'default','system_fingerprint':null,"
                + "'choices':[{'index':0,'delta':{'audio':{'id':'x'}},'logprobs':null,"
                + "'native_finish_reason':'END'}],'timings':{'ms':1.50}}",
            "chunk(0:chunk service_tier 'default', 0:message audio {'id':'x'}, "
                + "0:choice native_finish_reason 'END', 0:chunk timings {'ms':1.50})"),
        row(
            "usage",
            "{'choices':[],'usage':{'prompt_tokens':3,'completion_tokens':4,"
                + "'total_tokens':7,'prompt_tokens_details':{'cached_tokens':1}}}",
            "chunk(usage 3+4=7)"),
        row(
            "usage without total",
            "{'usage':{'prompt_tokens':3,'completion_tokens':4}}",
            "chunk(usage 3+4=7)"),
        row("usage null", "{'usage':null}", "chunk()"),
        row("usage empty", "{'usage':{}}", "chunk()"),
        row(
            "usage under x_groq",
            "{'x_groq':{'id':'r','usage':{'total_tokens':9}}}",
            "chunk(0:chunk x_groq {'id':'r','usage':{'total_tokens':9}}, usage 0+0=9)"),
        row("usage of a choice", choice("'usage':{'total_tokens':9}"), "chunk(usage 0+0=9)"),
        row(
            "usage at the top wins",
            "{'usage':{'total_tokens':1}," + "'choices':[{'usage':{'total_tokens':9}}]}",
            "chunk(usage 0+0=1)"),
        row("error null", "{'error':null,'choices':[]}", "chunk()"),
        row(
            "pretty-printed",
            "{\n  'choices' : [ {\n 'delta' : { 'content' : 'a' } } ]\n}\n",
            "chunk(0:'a')"));
  }

  static Stream<Arguments> toolCalls() {
    return Stream.of(
        row(
            "whole call",
            call(
                "{'index':0,'id':'c','type':'function','function':"
                    + "{'name':'f','arguments':'{}'}}"),
            "chunk(0:call 0 c f {})"),
        row(
            "continuation",
            call("{'index':1,'id':'','function':{'name':null,'arguments':'x'}}"),
            "chunk(0:call 1   x)"),
        row(
            "arguments as an object",
            call("{'index':0,'id':'c','function':" + "{'name':'f','arguments':{'a': 1.50}}}"),
            "chunk(0:call 0 c f {'a': 1.50})"),
        row(
            "arguments null",
            call("{'index':0,'function':{'arguments':null}}"),
            "tool_call_repeated",
            "chunk()"),
        row(
            "index missing",
            call("{'id':'c','function':{'name':'f'}}"),
            "tool_call_without_index",
            "chunk(0:call 0 c f )"),
        row(
            "index null in two calls",
            call("{'index':null,'id':'c'},{'index':null,'id':'d'}"),
            "tool_call_without_index",
            "tool_call_without_index",
            "chunk(0:call 0 c  , 0:call 1 d  )"),
        row(
            "two calls by name only",
            call("{'function':{'name':'f'}},{'function':{'name':'g'}}"),
            "tool_call_without_index",
            "tool_call_without_index",
            "chunk(0:call 0  f , 0:call 1  g )"),
        row(
            "thought signature",
            call("{'index':0,'id':'c','extra_content':{'g':{'s':'=='}}}"),
            "chunk(0:call 0 c   {extra_content={'g':{'s':'=='}}})"),
        row(
            "no array",
            choice("'delta':{'tool_calls':{'id':'c'}}"),
            "unexpected_type",
            "chunk(0:call 0 c  )"),
        row("null", choice("'delta':{'tool_calls':null}"), "chunk()"),
        row(
            "function_call",
            choice("'delta':{'function_call':{'name':'f','arguments':'{'}}"),
            "chunk(0:call -1  f {)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"chunks", "toolCalls"})
  void aChunkIsReadAsItIsMeant(String name, String json, List<String> expected) {
    assertThat(read(json).said).as(name).isEqualTo(expected);
  }

  @Test
  void fragmentsWithoutIndexFindTheirCall() {
    var receiver =
        read(
            call("{'id':'a','function':{'name':'f'}}"),
            call("{'function':{'arguments':'1'}}"),
            call("{'id':'b','function':{'name':'g'}}"),
            call("{'function':{'arguments':'2'}}"),
            call("{'id':'a','function':{'arguments':'3'}}"));

    assertThat(receiver.completion.result().choices().get(0).message().toolCalls())
        .extracting(call -> call.id() + call.name() + call.arguments())
        .containsExactly("af13", "bg2");
  }

  @Test
  void oneMessageAloneIsTheAnswerAndLaterOnesAreNot() {
    String message = choice("'message':{'content':'all'}");

    assertThat(read(message, message).completion.result().text()).isEqualTo("all");
    assertThat(read(choice("'delta':{'content':'a'}"), message).completion.result().text())
        .isEqualTo("a");
  }

  @Test
  void thePayloadIsKeptVerbatim() {
    String json = "{ \"choices\" : [ ],\n \"x\":1.50,\"é\":\"\\u00e9\" }";
    var receiver = new RecordingReceiver();
    new OpenAiDialect().reader().read(Events.data(json), Duration.ofMillis(5), receiver);

    assertThat(receiver.chunks.get(0).json()).isEqualTo(json);
    assertThat(receiver.chunks.get(0).at()).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void theOriginIsOneInstanceForAsLongAsItStaysTheSame() {
    String chunk = "{'id':'a','created':5,'model':'m','choices':[]}";
    var receiver = read(chunk, chunk, "{'id':'b','created':5,'model':'m','choices':[]}");

    assertThat(receiver.chunks.get(1).origin()).isSameAs(receiver.chunks.get(0).origin());
    assertThat(receiver.chunks.get(2).origin().id()).isEqualTo("b");
    assertThat(receiver.chunks.get(2).origin().created()).contains(Instant.ofEpochSecond(5));
  }

  @Test
  void badBytesAreReplacedAndRemarkedUpon() {
    byte[] bytes =
        choice("'delta':{'content':'a#é'}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '#' ? (byte) 0xFF : bytes[i];
    }
    var receiver = new RecordingReceiver();
    new OpenAiDialect().reader().read(Events.data(bytes), Duration.ZERO, receiver);

    assertThat(receiver.said).containsExactly("invalid_utf8", "chunk(0:'a�é')");
    assertThat(receiver.chunks.get(0).json()).contains("a�é");
  }

  private static RecordingReceiver read(String... chunks) {
    var receiver = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    for (String chunk : chunks) {
      reader.read(Events.data(chunk.replace('\'', '"')), Duration.ZERO, receiver);
    }
    return receiver;
  }

  private static String choice(String members) {
    return "{'choices':[{'index':0," + members + "}]}";
  }

  private static String call(String calls) {
    return choice("'delta':{'tool_calls':[" + calls + "]}");
  }

  private static Arguments row(String name, String json, String... expected) {
    return Arguments.of(name, json, List.of(expected));
  }
}
