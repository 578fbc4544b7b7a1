package io.sluice.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of trouble the words of providers mean. */
class FailureCategoryTest {
  @ParameterizedTest(name = "{0} {1} {2}: {4}")
  @CsvSource({
    "401, , , no, NOT_AUTHORISED",
    "403, , , explicit deny, NOT_AUTHORISED",
    "400, , invalid_request_error, API key not valid. Please pass a valid API key., NOT_AUTHORISED",
    "400, Client specified an invalid argument, , Incorrect API key provided: xa***,"
        + " NOT_AUTHORISED",
    "0, invalid_api_key, , no, NOT_AUTHORISED",
    "0, InvalidApiKey, , no, NOT_AUTHORISED",
    "429, , , slow down, RATE_LIMITED",
    "0, , RESOURCE_EXHAUSTED, You exceeded your current quota, RATE_LIMITED",
    "0, rate_limit_exceeded, tokens, TPM, RATE_LIMITED",
    "0, 429, , no, RATE_LIMITED",
    "0, 1302, , too many requests, RATE_LIMITED",
    "429, insufficient_quota, insufficient_quota, check your plan, QUOTA",
    "402, , , no, QUOTA",
    "429, , , You exceeded your current quota, RATE_LIMITED",
    "400, Arrearage, , overdue, QUOTA",
    "529, , overloaded_error, Overloaded, OVERLOADED",
    "0, , overloaded_error, Overloaded, OVERLOADED",
    "503, , , no, UNAVAILABLE",
    "500, , invalid_request_error, no, UNAVAILABLE",
    "0, , server_error, no, UNAVAILABLE",
    "408, , , no, UNAVAILABLE",
    "409, , , no, UNAVAILABLE",
    "404, model_not_found, , no such model, INVALID_REQUEST",
    "422, , , Extra inputs are not permitted, INVALID_REQUEST",
    "400, context_length_exceeded, , no, TOO_LONG",
    "400, , , This model's maximum context length is 8192 tokens, TOO_LONG",
    "413, , , nginx, TOO_LONG",
    "400, content_filter, , no, CONTENT_POLICY",
    "0, DataInspectionFailed, , Output may contain inappropriate content., CONTENT_POLICY",
    "0, , , something else, OTHER"
  })
  void theWordsOfAnErrorTellItsCategory(
      int status, String code, String type, String message, FailureCategory expected) {
    Failure failure =
        status == 0
            ? new Failure.Provider(word(code), word(type), message)
            : refused(status, code, type, message);

    assertThat(failure.category()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMITED, true",
    "OVERLOADED, true",
    "UNAVAILABLE, true",
    "QUOTA, false",
    "NOT_AUTHORISED, false",
    "INVALID_REQUEST, false",
    "TOO_LONG, false",
    "CONTENT_POLICY, false",
    "OTHER, false"
  })
  void onlyWhatPassesIsWorthAnotherAttempt(FailureCategory category, boolean passes) {
    assertThat(category.isTransient()).isEqualTo(passes);
  }

  private static Failure refused(int status, String code, String type, String message) {
    HttpFailureBuilder refused = Failure.Http.builder(status, message);
    word(code).ifPresent(refused::code);
    word(type).ifPresent(refused::type);
    return refused.build();
  }

  private static Optional<String> word(String said) {
    return Optional.ofNullable(said);
  }
}
