package io.sluice.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseFormatTest {
  @Test
  void theSchemaIsSentAsItIsWritten() {
    assertThat(ResponseFormat.of("\n{\"title\": \"Two words!\",\"type\": \"array\" }\n").text())
        .isEqualTo(
            "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"Two_words_\",\"strict\":false,"
                + "\"schema\":{\"title\": \"Two words!\",\"type\": \"array\" }}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'object','properties':{},'additionalProperties':false} | true",
        "{'type':'object','properties':{'not':{'type':'string'}},'required':['not'],'additionalProperties':false}"
            + " | true",
        "{'type':'object','properties':{'a':{}},'additionalProperties':false} | false",
        "{'type':'object','properties':{'a':{}},'required':['a']} | false",
        "{'type':'object','properties':{'a':{'type':'object'}},'required':['a'],'additionalProperties':false}"
            + " | false",
        "{'type':'object','additionalProperties':false,'not':{}} | false",
        "{'type':'string'} | false"
      })
  void itIsStrictWhereEachObjectIsClosedAndComplete(String schema, String strict) {
    assertThat(ResponseFormat.of(schema.replace('\'', '"')).text())
        .contains("\"name\":\"answer\",\"strict\":" + strict);
  }

  @Test
  void aRequestWithoutAReadableSchemaHasNone() {
    ChatRequest request = ChatRequest.of("m", "hi");

    assertThat(ResponseFormat.schema(request)).isEmpty();
    assertThat(ResponseFormat.schema(request.with("response_format", new Json("7")))).isEmpty();
    assertThat(
            ResponseFormat.schema(
                request.with("response_format", new Json("{\"type\":\"json_object\"}"))))
        .isEmpty();
    assertThat(
            ResponseFormat.schema(
                request.with(
                    "response_format", new Json("{\"json_schema\":{\"schema\":{\"type\":7}}}"))))
        .isEmpty();
    assertThat(ResponseFormat.schema(request.with("response_format", ResponseFormat.of("{}"))))
        .isPresent();
  }
}
