package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors of servers that speak Anthropic's dialect but have words of their own for what broke. */
class ErrorShapesTest {

  private static final String START =
      "{'type':'message_start','message':{'id':'m','role':'assistant'}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'success':false,'errors':[{'code':5007,'message':'no'}]} | 5007 - no",
        "{'code':500,'details':'no'} | 500 - no",
        "{'error_code':336000,'error_msg':'no'} | 336000 - no",
        "{'base_resp':{'status_code':1000,'status_msg':'no'}} | 1000 - no",
        "{'choices':[],'code':500,'message':'no'} | 500 - no"
      })
  void anErrorFailsTheAnswerAlthoughAnEndMarkerFollows(String error, String said) {
    assertThat(Heard.of(error).lines).last().isEqualTo("failed " + said);
    assertThat(Heard.of(START, error, "[DONE]").lines).last().isEqualTo("failed " + said);
  }

  @Test
  void wordsOfSuccessAreNoError() {
    String fine = "{'base_resp':{'status_code':0,'status_msg':'success'}}";

    assertThat(Heard.of(START, fine, "{'type':'message_stop'}").lines).last().isEqualTo("done");
  }
}
