package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import org.junit.jupiter.api.Test;

class ModelListingTest {
  private static final ModelListing LISTING = new OpenAiDialect().models().orElseThrow();

  @Test
  void anErrorIsTheReasonWhyABodyIsNoList() {
    Failure failure =
        LISTING.failure("{\"error\":{\"message\":\"bad key\",\"code\":\"invalid_api_key\"}}");

    assertThat(failure.message()).isEqualTo("bad key");
    assertThat(failure.category()).isEqualTo(FailureCategory.NOT_AUTHORISED);
  }

  @Test
  void whatCameInsteadOfAListIsNamed() {
    assertThat(LISTING.failure("{\"a\":\n1}").message())
        .isEqualTo(
            "the server answered with no list of models, but with {\"a\": 1}; check the base URL");
    assertThat(LISTING.failure("").message()).contains("but with nothing;");
    assertThat(LISTING.failure("<!doctype html><title>Login</title>").message())
        .contains("no list of models, but with ", "Login");
  }
}
