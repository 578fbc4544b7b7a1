package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Received;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command where the server speaks Bedrock's dialect, with the variables of AWS. */
class BedrockTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private Simulator server;

  @BeforeEach
  void start() {
    byte[] refusal = ("{\"message\":\"no " + SECRET + "\"}").getBytes(StandardCharsets.UTF_8);
    server =
        Simulator.builder()
            .onRequest(requests::add)
            .replayBytes(refusal, "application/json")
            .start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Sluice signing() {
    return Sluice.command()
        .with("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE")
        .with("AWS_SECRET_ACCESS_KEY", SECRET)
        .with("AWS_SESSION_TOKEN", "session-4711")
        .with("AWS_REGION", "eu-west-3")
        .with("BEDROCK_BASE_URL", "http://127.0.0.1:" + server.port());
  }

  private static final String[] HELLO = {
    "hello", "--dialect", "bedrock", "-m", "amazon.nova-v1:0", "--retries", "0"
  };

  @Test
  void credentialsOfAnAccountSignTheCall() throws IOException {
    Sluice.Ran ran = signing().run(HELLO);

    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).path()).isEqualTo("/model/amazon.nova-v1%3A0/converse-stream");
    assertThat(requests.get(0).header("Authorization").orElseThrow())
        .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
        .contains(
            "/eu-west-3/bedrock/aws4_request, "
                + "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=");
    assertThat(requests.get(0).header("x-amz-security-token")).contains("session-4711");
    assertThat(ran.out() + ran.err()).doesNotContain(SECRET, "session-4711");
  }

  @Test
  void aKeyOfBedrockComesFirst() throws IOException {
    signing().with("AWS_BEARER_TOKEN_BEDROCK", "bedrock-key").run(HELLO);

    assertThat(requests.get(0).header("Authorization")).contains("Bearer bedrock-key");
    assertThat(requests.get(0).header("x-amz-date")).isEmpty();
  }

  @Test
  void theNamedEndpointIsSignedTheSame() throws IOException {
    signing().run("hello", "--endpoint", "bedrock-converse", "-m", "m", "--retries", "0");

    assertThat(requests.get(0).header("Authorization").orElseThrow())
        .startsWith("AWS4-HMAC-SHA256 ");
  }

  @Test
  void aDryRunShowsNeitherSecretNorSignature() throws IOException {
    Sluice.Ran ran = signing().run("hello", "--dry-run", "--dialect", "bedrock", "-m", "m");

    assertThat(ran.out()).contains("Authorization: AWS4-HMAC-SHA256 ***\n");
    assertThat(ran.out()).doesNotContain(SECRET, "session-4711", "Signature=");
    assertThat(requests).isEmpty();
  }

  @Test
  void aServerOfAnotherNameNeedsARegion() throws IOException {
    Sluice.Ran ran = signing().with("AWS_REGION", "").run(HELLO);

    assertThat(ran.err())
        .isEqualTo("sluice: the server's name contains no region to sign for; set AWS_REGION\n");
    assertThat(requests).isEmpty();
  }
}
