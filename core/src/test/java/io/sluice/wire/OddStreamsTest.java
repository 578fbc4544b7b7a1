package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.json.Utf8;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams of more than one event that servers should not send, and what is made of them. */
class OddStreamsTest {
  private static final String A = choice("'delta':{'content':'a'}");
  private static final String FINISH = choice("'delta':{},'finish_reason':'stop'");

  static Stream<Arguments> errors() {
    return Stream.of(
        row("{'code':'Data','message':'no','request_id':'r'}", "failed(Data, -, no)"),
        row("{'success':false,'errors':[{'code':7,'message':'no'}]}", "failed(7, -, no)"),
        row("{'detail':'no'}", "failed(-, -, no)"),
        row("{'detail':[{'loc':['body','x'],'msg':'no'}]}", "failed(-, -, body.x: no)"),
        row("{'code':400,'details':'no'}", "failed(400, -, no)"),
        row("{'type':'error','message':'no'}", "failed(-, error, no)"),
        row("{'error_code':336,'error_msg':'no'}", "failed(336, -, no)"),
        row("{'choices':[],'code':1302,'msg':'no'}", "failed(1302, -, no)"),
        row(
            "{'choices':null,'usage':{'total_tokens':0},"
                + "'base_resp':{'status_code':1008,'status_msg':'no'}}",
            "failed(1008, -, no)"),
        row("{'object':'error','message':'no','code':500}", "failed(500, -, no)"),
        row("{'error':true,'message':'no'}", "failed(-, -, no)"),
        row("{'error':['no','nor that']}", "failed(-, -, no; nor that)"),
        row("{'error':'invalid_token','error_description':'no'}", "failed(invalid_token, -, no)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errors")
  void anErrorIsOneInEveryShape(String event, String failure) {
    RecordingReceiver heard = reading(new OpenAiDialect().reader(), A, event, "[DONE]");

    assertThat(heard.said).startsWith("chunk(0:'a')").endsWith(failure);
    assertThat(heard.done).isFalse();
  }

  @ParameterizedTest
  @MethodSource("healthy")
  void whatSaysThatAllIsWellIsNoError(String members) {
    String chunk = "{" + members + ",'choices':[{'index':0,'delta':{'content':'a'}}]}";
    String trailer = "{" + members + ",'choices':[],'usage':{'total_tokens':3}}";

    assertThat(reading(new OpenAiDialect().reader(), chunk, trailer, FINISH, "[DONE]").done)
        .isTrue();
  }

  static Stream<String> healthy() {
    return Stream.of(
        "'code':0,'message':'success'",
        "'code':200,'msg':'ok'",
        "'error':false",
        "'error':{'code':0,'message':''}",
        "'error':{'code':0,'message':'success'}",
        "'error':''",
        "'base_resp':{'status_code':0,'status_msg':''}",
        "'success':true,'errors':[]");
  }

  @Test
  void anEndMarkerAloneCompletesNothing() {
    RecordingReceiver heard = reading(new OpenAiDialect().reader(), "{'hello':1}", "[DONE]");

    assertThat(heard.failure.orElseThrow().message())
        .isEqualTo(
            "the server's answer is not OpenAI's chat completions (dialect 'openai');"
                + " it begins with: {\"hello\":1}");
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("foreign")
  void anAnswerOfAnotherDialectFailsAndNamesIt(String event, String dialect) {
    Dialect.Reader reader = new OpenAiDialect().reader();
    var heard = new RecordingReceiver();
    reader.read(Events.data(event.replace('\'', '"')), Duration.ZERO, heard);
    reader.end(heard);

    assertThat(heard.failure.orElseThrow().message()).contains("(dialect '" + dialect + "')");
  }

  static Stream<Arguments> foreign() {
    return Stream.of(
        row("{'type':'response.created','response':{'object':'response'}}", "responses"),
        row("{'type':'message-start','delta':{'message':{'role':'assistant'}}}", "cohere"),
        row("{'type':'message_start','message':{'role':'assistant'}}", "anthropic"),
        row("{'candidates':[{'content':{'parts':[{'text':'a'}]}}]}", "gemini"),
        row("{'created_at':'x','message':{'content':'a'},'done':false}", "ollama"));
  }

  @Test
  void objectsInOneEventCountOneAfterTheOther() {
    RecordingReceiver heard =
        reading(new OpenAiDialect().reader(), A + "\n" + A + "\n" + FINISH + "\n[DONE]");

    assertThat(heard.said)
        .containsExactly(
            "unexpected_data", "chunk(0:'a')", "chunk(0:'a')", "chunk(0:finish stop)", "done");
  }

  @Test
  void theErrorBehindATornChunkIsTheReason() {
    RecordingReceiver heard =
        reading(
            new OpenAiDialect().reader(), "{'id':'c','choi\n{'error':{'message':'read error'}}");

    assertThat(heard.said).endsWith("failed(-, -, read error)");
  }

  @Test
  void whatBreaksBehindTheFinishIsOverlooked() {
    RecordingReceiver heard =
        reading(new OpenAiDialect().reader(), A, FINISH, "{'id':'c','choi", "[DONE]");

    assertThat(heard.said).endsWith("malformed_after_finish", "done");
  }

  @Test
  void whatBreaksBehindAFinishThatWasTakenBackIsNot() {
    RecordingReceiver heard =
        reading(new OpenAiDialect().reader(), A, FINISH, A, "{'id':'c','choi");

    assertThat(heard.failure.orElseThrow().message())
        .isEqualTo("the server sent JSON that ends too early: {\"id\":\"c\",\"choi");
  }

  @Test
  void oneAnswerAskedForIsOneWhateverTheIndexCounts() {
    Dialect.Reader reader = new OpenAiDialect().reader(1);
    RecordingReceiver heard =
        reading(reader, indexed(5, "a"), indexed(2_000, "b"), indexed(-1, "c"));

    assertThat(heard.completion.result().text()).isEqualTo("abc");
    assertThat(heard.said).containsSubsequence("choice_index", "chunk(0:'a')", "choice_index");
  }

  @Test
  void choicesThatBeginLikeAnswersStayApartThoughNobodyAskedForThem() {
    Dialect.Reader reader = new OpenAiDialect().reader(1);
    String role = "{'choices':[{'index':%d,'delta':{'role':'assistant','content':''}}]}";
    RecordingReceiver heard =
        reading(reader, role.formatted(0), role.formatted(1), indexed(0, "a"), indexed(1, "b"));

    assertThat(heard.said)
        .containsExactly(
            "chunk(0:assistant, 0:'')", "chunk(1:assistant, 1:'')", "chunk(0:'a')", "chunk(1:'b')");
  }

  @Test
  void choicesThatWereAskedForStayApart() {
    Dialect.Reader reader = new OpenAiDialect().reader(2);
    RecordingReceiver heard = reading(reader, indexed(1, "b"), indexed(0, "a"));

    assertThat(heard.said).containsExactly("chunk(1:'b')", "chunk(0:'a')");
  }

  @Test
  void aDeltaThatSaysNothingLeavesTheMessageBesideIt() {
    RecordingReceiver heard =
        reading(
            new OpenAiDialect().reader(),
            choice("'delta':{'role':'assistant','content':''},'message':{'content':'all'}"));

    assertThat(heard.completion.result().text()).isEqualTo("all");
  }

  @Test
  void aSecondMessageOfAChoiceAddsWhatTheFirstLacked() {
    String call = "{'id':'a','type':'function','function':{'name':'f','arguments':'{}'}}";
    RecordingReceiver heard =
        reading(
            new OpenAiDialect().reader(1),
            "{'choices':[{'message':{'content':'one'}},"
                + "{'message':{'content':'two','tool_calls':["
                + call
                + "]}}]}");

    assertThat(heard.said).endsWith("chunk(0:'one', 0:call 0 a f {})");
  }

  @Test
  void aSecondAnswerIsNotJoinedToTheFirst() {
    RecordingReceiver heard =
        reading(
            new OpenAiDialect().reader(),
            said("one", "'role':'assistant','content':''"),
            said("one", "'content':'a'"),
            said("one", "'content':'b'"),
            said("one", "'content':'c'"),
            said("two", "'role':'assistant','content':''"),
            said("two", "'content':'x'"));

    assertThat(heard.completion.result().text()).isEqualTo("abc");
    assertThat(heard.failure.orElseThrow().message())
        .startsWith("a second answer began before the first one had ended");
  }

  @Test
  void idsThatChangeAllTheTimeMeanNothing() {
    RecordingReceiver heard =
        reading(
            new OpenAiDialect().reader(),
            said("one", "'role':'assistant','content':'a'"),
            said("two", "'role':'assistant','content':'b'"),
            said("three", "'content':'c'"),
            said("four", "'role':'assistant','content':'d'"));

    assertThat(heard.completion.result().text()).isEqualTo("abcd");
  }

  @Test
  void aPingThatIsNoJsonIsPassedOver() {
    var heard = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    reader.read(new WireEvent.Data("ping", "", Utf8.encode("12:00:01")), Duration.ZERO, heard);

    assertThat(heard.said).containsExactly("unexpected_data");
  }

  @Test
  void aByteOrderMarkBeforeEachEventHidesNone() {
    var heard = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    reader.read(Events.line("\uFEFFdata: " + A.replace('\'', '"')), Duration.ZERO, heard);

    assertThat(heard.said).containsExactly("unknown_field", "chunk(0:'a')");
  }

  @Test
  void wordsThatAreNoEventsAreTheReasonIfNothingElseComes() {
    var heard = new RecordingReceiver();
    Dialect.Reader reader = new OpenAiDialect().reader();
    reader.read(Events.line("rate limit exceeded, try again: later"), Duration.ZERO, heard);
    reader.end(heard);

    assertThat(heard.failure.orElseThrow().message())
        .isEqualTo("the server answered with no stream: rate limit exceeded, try again: later");
  }

  @Test
  void aMalformedEventIsShownWhereItBreaks() {
    String broken = "{'id':'" + "x".repeat(200) + "','choices':[}";
    RecordingReceiver heard = reading(new OpenAiDialect().reader(), broken);

    assertThat(heard.failure.orElseThrow().message())
        .startsWith("the server sent malformed JSON at character 221, in: …xxxx")
        .endsWith("x\",\"choices\":[}");
  }

  private static RecordingReceiver reading(Dialect.Reader reader, String... events) {
    var heard = new RecordingReceiver();
    for (String event : events) {
      reader.read(Events.data(event.replace('\'', '"')), Duration.ZERO, heard);
    }
    return heard;
  }

  private static String choice(String members) {
    return "{'choices':[{'index':0," + members + "}]}";
  }

  private static String indexed(int index, String text) {
    return "{'choices':[{'index':" + index + ",'delta':{'content':'" + text + "'}}]}";
  }

  private static String said(String id, String delta) {
    return "{'id':'" + id + "','choices':[{'index':0,'delta':{" + delta + "}}]}";
  }

  private static Arguments row(String event, String expected) {
    return Arguments.of(event, expected);
  }
}
