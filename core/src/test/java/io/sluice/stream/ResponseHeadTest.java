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
  @ValueSource(
      strings = {
        "Set-Cookie",
        "Authorization",
        "X-Api-Key",
        "Proxy-Authentication-Info",
        "X-Amz-Security-Token",
        "Location",
        "Link",
        "Report-To"
      })
  void secretsAreNotHeld(String name) {
    assertThat(ResponseHead.builder(200).field(name, "s3cret").build().fields()).isEmpty();
  }

  @Test
  void headIsBounded() {
    ResponseHead.Builder builder = ResponseHead.builder(200).field("long", "x".repeat(5_000));
    for (int n = 0; n < 10_000; n++) {
      builder.field("x-" + n, "value").field("x-same", "again");
    }
    ResponseHead head = builder.requestId("y".repeat(5_000)).build();

    assertThat(head.field("long").orElseThrow()).hasSize(ResponseHead.LONGEST_VALUE).endsWith("…");
    assertThat(head.requestId().orElseThrow()).hasSize(ResponseHead.LONGEST_VALUE);
    assertThat(
            head.fields().entrySet().stream()
                .mapToInt(field -> field.getKey().length() + field.getValue().length())
                .sum())
        .isLessThanOrEqualTo(ResponseHead.MOST_CHARACTERS);
    assertThat(head.fields()).containsKey("x-0");
  }
}
