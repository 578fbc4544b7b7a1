package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.json;
import static io.sluice.simulator.Asking.quoting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the model cannot do is refused with the field, the code and the words of OpenAI. */
class RefusalsTest {
  private static final String TOOL = "'tools':[{'type':'function','function':{'name':'add'}}]";

  private static Simulator simulator;

  @BeforeAll
  static void start() {
    simulator = Simulator.start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static void refused(String body, String param, String code, String message)
      throws IOException {
    RawClient.Answer answer = ask(simulator, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    JsonNode error = json(answer.body()).path("error");
    assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
    assertThat(error.path("param").asString()).isEqualTo(param);
    assertThat(error.path("code").asString("null")).isEqualTo(code);
    assertThat(error.path("message").asString()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'temperature':9 | temperature | decimal_above_max_value | Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 9 instead.",
        "'temperature':-0.5 | temperature | decimal_below_min_value | Expected a value >= 0, but got -0.5 instead.",
        "'temperature':'hot' | temperature | invalid_type | Invalid type for 'temperature': expected a decimal, but got a string instead.",
        "'top_p':1.5 | top_p | decimal_above_max_value | Expected a value <= 1, but got 1.5 instead.",
        "'n':0 | n | integer_below_min_value | Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
        "'n':129 | n | integer_above_max_value | Expected a value <= 128",
        "'n':1.5 | n | invalid_type | expected an integer, but got a decimal instead.",
        "'presence_penalty':3 | presence_penalty | decimal_above_max_value | <= 2",
        "'max_completion_tokens':0 | max_completion_tokens | integer_below_min_value | >= 1",
        "'logprobs':true,'top_logprobs':50 | top_logprobs | integer_above_max_value | Expected a value <= 20, but got 50 instead.",
        "'top_logprobs':2 | top_logprobs | null | The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.",
        "'logprobs':2 | logprobs | invalid_type | expected a boolean, but got an integer instead.",
        "'stop':['a','b','c','d','e'] | stop | array_above_max_length | maximum length 4, but got an array with length 5",
        "'stream_options':{'include_usage':true} | stream_options | null | only allowed when 'stream' is enabled",
        "'modalities':['text','audio'] | modalities | unsupported_value | does not support 'audio' with this model",
        "'audio':{'voice':'x'} | audio | unsupported_parameter | Unsupported parameter: 'audio'",
        "'functions':[] | functions | unsupported_parameter | Use 'tools' instead.",
        "'logit_bias':{'50256':-100} | logit_bias | unsupported_parameter | 'logit_bias' is not supported",
        "'reasoning_effort':'huge' | reasoning_effort | invalid_value | Supported values are: 'none', 'minimal', 'low', 'medium', 'high', and 'xhigh'.",
        "'tool_choice':'auto' | tool_choice | null | 'tool_choice' is only allowed when 'tools' are specified.",
        "'parallel_tool_calls':true | parallel_tool_calls | null | only allowed when 'tools' are specified",
        "'tools':[] | tools | empty_array | Invalid 'tools': empty array.",
        "'tools':[{'type':'function'}] | tools[0].function | missing_required_parameter | Missing required parameter: 'tools[0].function'.",
        "'tools':[{'type':'function','function':{}}] | tools[0].function.name | missing_required_parameter | name",
        "'tools':[{'type':'function','function':{'name':'a b'}}] | tools[0].function.name | invalid_value | string does not match pattern",
        "'tools':[{'type':'custom','custom':{'name':'a'}}] | tools[0].type | invalid_value | Supported values are: 'function'.",
        "'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'array'}}}] | tools[0].function.parameters | invalid_function_parameters | Invalid schema for function 'f': schema must be a JSON Schema of 'type: \"object\"', got 'type: \"array\"'.",
        "'tools':[{'type':'function','function':{'name':'f','strict':true,'parameters':{'type':'object','properties':{}}}}] | tools[0].function.parameters | invalid_function_parameters | 'additionalProperties' is required to be supplied and to be false.",
        "'response_format':{'type':'xml'} | response_format.type | invalid_value | Supported values are: 'json_object', 'json_schema', and 'text'.",
        "'response_format':{} | response_format.type | missing_required_parameter | response_format.type",
        "'response_format':{'type':'json_schema'} | response_format.json_schema | missing_required_parameter | json_schema",
        "'response_format':{'type':'json_schema','json_schema':{}} | response_format.json_schema.name | missing_required_parameter | name",
        "'response_format':{'type':'json_object'} | messages | null | 'messages' must contain the word 'json' in some form",
        "'response_format':{'type':'json_schema','json_schema':{'name':'x','schema':{'type':'strin'}}} | response_format | null | Invalid schema for response_format 'x': In context=(), 'strin' is not valid",
        "'response_format':{'type':'json_schema','json_schema':{'name':'x','schema':{'type':'object','properties':{'a':false},'required':['a']}}} | response_format | null | no value was found",
      })
  void aFieldIsRefused(String fields, String param, String code, String message)
      throws IOException {
    refused(quoting("Hello", fields), param, code, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'banana' | tool_choice | invalid_value | Supported values are: 'none', 'auto', and 'required'.",
        "7 | tool_choice | invalid_type | expected one of a string or object",
        "{'type':'function','function':{'name':'sub'}} | tool_choice | null | Tool choice 'sub' not found in 'tools' parameter.",
        "{'type':'function'} | tool_choice.function | missing_required_parameter | tool_choice.function",
        "{'type':'function','function':{}} | tool_choice.function.name | missing_required_parameter | name",
      })
  void aToolChoiceIsRefused(String choice, String param, String code, String message)
      throws IOException {
    refused(quoting("Hello", TOOL, "'tool_choice':" + choice), param, code, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[] | messages | empty_array | Expected an array with minimum length 1",
        "'hi' | messages | invalid_type | expected an array of objects, but got a string instead.",
        "[{'role':'robot','content':'a'}] | messages[0].role | invalid_value | Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.",
        "[{'role':'user','content':7}] | messages[0].content | invalid_type | one of a string or array of objects",
        "[{'role':'user','content':[{'type':'input_audio'}]}] | messages[0].content[0].type | unsupported_value | 'input_audio'",
        "[{'role':'user','content':[{'type':'smell'}]}] | messages[0].content[0].type | invalid_value | 'smell'",
        "[{'role':'user','content':[{'type':'image_url','image_url':{'url':'x.png'}}]}] | messages[0].content[0].image_url.url | invalid_value | Expected a valid URL",
        "[{'role':'user','content':'a'},{'role':'tool','tool_call_id':'x','content':'b'}] | messages.[1].role | null | must be a response to a preceeding message with 'tool_calls'",
        "[{'role':'assistant','tool_calls':[{'id':'x','function':{'name':'f','arguments':'{}'}}]},{'role':'user','content':'a'}] | messages.[1].role | null | did not have response messages: x",
      })
  void aMessageIsRefused(String messages, String param, String code, String message)
      throws IOException {
    String body = "{'model':'m','messages':" + messages + "}";
    refused(body.replace('\'', '"'), param, code, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'made_up':1",
        "'user':'u'",
        "'store':false",
        "'metadata':{}",
        "'temperature':null",
        "'tools':null",
        "'stop':null",
        "'logit_bias':{}",
        "'modalities':['text']",
        "'response_format':null"
      })
  void whatChangesNothingIsTolerated(String field) throws IOException {
    assertThat(ask(simulator, quoting("Hello", field)).status()).isEqualTo(200);
  }
}
