package io.sluice.dialects.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures, beside the values that AWS publishes for its own examples. */
class SignatureTest {
  private static final String KEY_ID = "AKIDEXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Instant AT = Instant.parse("2015-08-30T12:36:00Z");

  private static HttpCall call(String method, String url, Map<String, String> headers) {
    return new HttpCall(method, URI.create(url), headers, ByteBuffer.allocate(0));
  }

  private static String signature(HttpCall call, String service) {
    return new CredentialScope(AT, "us-east-1", service)
        .signature(ApiKey.of(SECRET), CanonicalRequest.of(call));
  }

  @Test
  void theKeyOfAScopeIsThatOfAwsOwnExample() {
    byte[] key = new CredentialScope(AT, "us-east-1", "iam").key(ApiKey.of(SECRET));

    assertThat(HexFormat.of().formatHex(key))
        .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
  }

  @Test
  void theSignatureOfTheDocumentedRequestIsTheDocumentedOne() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Amz-Date", "20150830T123600Z");
    headers.put("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    HttpCall call =
        call("GET", "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08", headers);

    assertThat(CanonicalRequest.of(call).hash())
        .isEqualTo("f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59");
    assertThat(signature(call, "iam"))
        .isEqualTo("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
  }

  /** Of the test suite that AWS publishes for the version. */
  @ParameterizedTest
  @CsvSource({
    "GET,  /,                            "
        + " 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "POST, /,                            "
        + " 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "GET,  /?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "GET,  /./example/..,                "
        + " 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
  })
  void theSuiteIsSignedAsPublished(String method, String path, String signature) {
    HttpCall call =
        call(
            method,
            "https://example.amazonaws.com" + path,
            Map.of("X-Amz-Date", "20150830T123600Z", "Accept", "of no account"));

    assertThat(signature(call, "service")).isEqualTo(signature);
  }

  @Test
  void parametersAreSortedByTheirNames() {
    HttpCall call = call("GET", "https://example.amazonaws.com/?a1=2&a=3&a=1", Map.of());

    assertThat(CanonicalRequest.of(call).text()).startsWith("GET\n/\na=1&a=3&a1=2\n");
  }

  @Test
  void theModelInAPathIsEncodedOnceMoreThanItIsSent() {
    HttpCall call =
        new BedrockDialect()
            .call(
                Endpoint.of("https://bedrock-runtime.eu-central-1.amazonaws.com"),
                ChatRequest.of("arn:aws:bedrock:eu:1:profile/a.b-v1:0", "Hello"),
                StreamOptions.defaults());

    assertThat(call.uri().getRawPath()).contains("/model/arn%3Aaws%3A");
    assertThat(CanonicalRequest.of(call).text())
        .startsWith(
            "POST\n/model/arn%253Aaws%253Abedrock%253Aeu%253A1%253Aprofile%252Fa.b-v1%253A0"
                + "/converse-stream\n\ncontent-type:application/json\n"
                + "host:bedrock-runtime.eu-central-1.amazonaws.com\n");
  }

  @Test
  void aCallIsSignedForTheRegionInTheNameOfItsServer() {
    BedrockSigner signer = BedrockSigner.of(KEY_ID, SECRET).inRegion("us-west-2");
    HttpCall call = call("GET", "https://bedrock-runtime.eu-central-1.amazonaws.com/a", Map.of());

    HttpCall signed = signer.signed(call, AT);

    assertThat(signed.headers())
        .containsEntry("X-Amz-Date", "20150830T123600Z")
        .hasEntrySatisfying(
            "Authorization",
            value ->
                assertThat(value)
                    .startsWith(
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/eu-central-1/bedrock/"
                            + "aws4_request, SignedHeaders=host;x-amz-date, Signature=")
                    .matches(".*Signature=[0-9a-f]{64}"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com, us-gov-west-1",
    "https://vpce-1a.bedrock-runtime.ap-southeast-2.vpce.amazonaws.com, ap-southeast-2",
    "https://bedrock-runtime.cn-north-1.amazonaws.com.cn, cn-north-1",
    "http://localhost:8080, us-west-2"
  })
  void theRegionIsFoundInTheNamesOfServers(String server, String region) {
    BedrockSigner signer = BedrockSigner.of(KEY_ID, SECRET).inRegion("us-west-2");

    assertThat(
            signer.signed(call("GET", server + "/a", Map.of()), AT).headers().get("Authorization"))
        .contains("/20150830/" + region + "/bedrock/");
  }

  @Test
  void withoutARegionNothingIsSigned() {
    BedrockSigner signer = BedrockSigner.of(KEY_ID, SECRET);

    assertThatThrownBy(() -> signer.signed(call("GET", "http://localhost/", Map.of()), AT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the server's name contains no region to sign for; set AWS_REGION");
  }

  @Test
  void bodyTimeAndTokenChangeTheSignature() {
    BedrockSigner signer = BedrockSigner.of(KEY_ID, SECRET).inRegion("us-west-2");
    HttpCall call = call("POST", "http://localhost/a", Map.of());
    ByteBuffer body = StandardCharsets.UTF_8.encode("{}");
    String usual = authorization(signer.signed(call, AT));

    assertThat(authorization(signer.signed(call, AT))).isEqualTo(usual);
    assertThat(authorization(signer.signed(call, AT.plusSeconds(1)))).isNotEqualTo(usual);
    assertThat(
            authorization(
                signer.signed(new HttpCall("POST", call.uri(), call.headers(), body), AT)))
        .isNotEqualTo(usual);
    HttpCall temporary = signer.withSessionToken("session").signed(call, AT);
    assertThat(temporary.headers()).containsEntry("X-Amz-Security-Token", "session");
    assertThat(authorization(temporary))
        .contains("SignedHeaders=host;x-amz-date;x-amz-security-token");
    assertThat(body.hasRemaining()).isTrue();
  }

  private static String authorization(HttpCall call) {
    return Optional.ofNullable(call.headers().get("Authorization")).orElseThrow();
  }

  @Test
  void variablesNameASignerOnlyTogether() {
    Map<String, String> variables =
        new LinkedHashMap<>(
            Map.of(
                "AWS_ACCESS_KEY_ID", KEY_ID, "AWS_SECRET_ACCESS_KEY", SECRET, "AWS_REGION", "r"));
    variables.put("AWS_SESSION_TOKEN", "");

    assertThat(BedrockSigner.fromEnvironment(variables))
        .contains(BedrockSigner.of(KEY_ID, SECRET).inRegion("r"));
    variables.remove("AWS_SECRET_ACCESS_KEY");
    assertThat(new BedrockDialect().signer(variables)).isEmpty();
  }

  @Test
  void aKeyComesBeforeASigner() {
    Endpoint signing =
        Endpoint.of("https://bedrock-runtime.us-west-2.amazonaws.com")
            .withSigner(BedrockSigner.of(KEY_ID, SECRET));

    assertThat(authorization(wholeCall(signing))).startsWith("AWS4-HMAC-SHA256 ");
    assertThat(authorization(wholeCall(signing.withKey("bedrock-key"))))
        .isEqualTo("Bearer bedrock-key");
  }

  private static HttpCall wholeCall(Endpoint endpoint) {
    return new BedrockDialect()
        .wholeCall(endpoint, ChatRequest.of("m", "Hello"), StreamOptions.defaults());
  }

  @Test
  void noTextShowsASecret() {
    BedrockSigner signer = BedrockSigner.of(KEY_ID, SECRET).withSessionToken("a-session-token");
    Endpoint endpoint = Endpoint.of("https://example.org").withSigner(signer);

    assertThat(endpoint.secrets()).containsExactlyInAnyOrder(SECRET, "a-session-token");
    assertThat(
            signer
                + " "
                + endpoint
                + " "
                + signer.signed(call("GET", "https://b.us-west-2.a/", Map.of()), AT))
        .doesNotContain(SECRET, "a-session-token");
  }

  @Test
  void aVariableThatCannotBeUsedIsNamed() {
    assertThatThrownBy(
            () ->
                BedrockSigner.fromEnvironment(
                    Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "a b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("AWS_SECRET_ACCESS_KEY holds a space");
  }
}
