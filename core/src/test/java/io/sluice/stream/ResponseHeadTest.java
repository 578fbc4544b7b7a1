package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadTest {

  @Test
  void fieldsAreFoundInAnyCaseAndListedInLowerCase() {
    ResponseHead head =
        ResponseHead.builder(200).field("X-Request-Id", "r1").field("Date", "now").build();

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.field("x-REQUEST-id")).contains("r1");
    assertThat(head.field("retry-after")).isEmpty();
    assertThat(head.fields().keySet()).containsExactly("x-request-id", "date");
  }

  @Test
  void fieldThatCameTwiceHasBothValues() {
    ResponseHead head = ResponseHead.builder(200).field("Via", "a").field("via", "b").build();

    assertThat(head.field("via")).contains("a, b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Set-Cookie", "Authorization", "X-Api-Key", "Proxy-Authentication-Info"})
  void secretsAreNotHeld(String name) {
    assertThat(ResponseHead.builder(200).field(name, "s3cret").build().fields()).isEmpty();
  }
}
