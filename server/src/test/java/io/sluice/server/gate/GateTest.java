package io.sluice.server.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.server.http.Refusal;
import io.sluice.server.http.Reply;
import io.sluice.server.http.Request;
import io.sluice.text.HeaderField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

  private static final String OURS = "127.0.0.1:8787";

  private final AtomicLong clock = new AtomicLong();
  private final Gate gate =
      new Gate(
          8787,
          "127.0.0.1",
          List.of("front.example", "other.example:8443"),
          Set.of("https://app.example", "app://obsidian.md"),
          new Credentials(
              List.of(
                  AccessToken.of("ann", "secret-a"),
                  AccessToken.of("ben", "secret-b").perMinute(2)),
              clock::get));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:8787",
        "localhost:8787",
        "LOCALHOST:8787",
        "[::1]:8787",
        "front.example",
        "front.example:8787",
        "other.example:8443"
      })
  void aHostThatIsOursMayBeAsked(String host) {
    assertThat(gate.admit(page().header("Host", host).build()).path()).isEqualTo("/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.1",
        "127.0.0.1:8788",
        "localhost.evil:8787",
        "evil.example:8787",
        "127.0.0.1:8787, evil.example",
        "other.example",
        "other.example:8787",
        "user@localhost:8787"
      })
  void anyOtherHostIsMisdirected(String host) {
    assertThat(refusal(page().header("Host", host).build()).status()).isEqualTo(421);
  }

  @Test
  void aHostThatIsMissingOrDoubledIsMisdirected() {
    assertThat(refusal(page().build()).status()).isEqualTo(421);
    assertThat(refusal(page().header("Host", OURS).header("host", OURS).build()).status())
        .isEqualTo(421);
  }

  @Test
  void theHostIsCheckedBeforeTheOriginAndTheToken() {
    Request request =
        Request.builder("GET", "/api/runs").header("Host", "evil").header("Origin", "null").build();

    assertThat(refusal(request).status()).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://127.0.0.1:18099",
        "http://localhost",
        "https://app.example.evil",
        "http://app.example",
        "https://APP.example:444"
      })
  void anotherOriginIsRefusedWithTheLineToAdd(String origin) {
    Request request = asked("GET", "/api/runs").header("Origin", origin).build();

    assertThat(refusal(request).status()).isEqualTo(403);
    assertThat(refusal(request))
        .hasMessageContaining("allow-origin: [\"" + origin + "\"]")
        .hasMessageContaining("'serve' in sluice.yaml");
  }

  @Test
  void theOriginsOfOurOwnPageAndThoseThatAreAllowedPass() {
    for (String origin :
        List.of("http://127.0.0.1:8787", "http://localhost:8787", "https://front.example")) {
      assertThat(gate.admit(asked("POST", "/api/runs").header("Origin", origin).build()).caller())
          .contains("ann");
    }
    for (String origin : List.of("https://app.example", "app://obsidian.md")) {
      Request request =
          asked("POST", "/api/runs")
              .header("Origin", origin)
              .header("Sec-Fetch-Site", "cross-site")
              .build();
      assertThat(gate.admit(request).caller()).contains("ann");
    }
  }

  @Test
  void anotherSiteIsRefusedThoughItSendsNoOrigin() {
    for (String site : List.of("cross-site", "same-site", "none", "")) {
      Request request = asked("GET", "/api/runs").header("Sec-Fetch-Site", site).build();
      assertThat(refusal(request).status()).isEqualTo(403);
    }
    Request own = asked("GET", "/api/runs").header("Sec-Fetch-Site", "same-origin").build();
    assertThat(gate.admit(own).caller()).contains("ann");
  }

  @Test
  void aTypedAddressOpensThePageAndNothingElse() {
    assertThat(gate.admit(typed("GET", "/")).path()).isEqualTo("/");
    assertThat(gate.admit(typed("GET", "/assets/page.js")).path()).isEqualTo("/assets/page.js");
    assertThat(refusal(typed("POST", "/")).status()).isEqualTo(403);
    assertThat(refusal(typed("GET", "/api/about")).status()).isEqualTo(403);
    assertThat(refusal(typed("GET", "/v1/models")).status()).isEqualTo(403);
  }

  @Test
  void everyRouteButThePageAndTheTradeNeedsAToken() {
    for (String path : List.of("/", "/assets/x", "/healthz", "/api/session")) {
      assertThat(gate.admit(named("GET", path).build()).caller()).isEmpty();
    }
    for (String path :
        List.of("/api/runs", "/api/sessions", "/healthz/x", "/metrics", "//", "/API")) {
      assertThat(refusal(named("GET", path).build()).status()).isEqualTo(401);
    }
  }

  @Test
  void aTokenIsTakenFromTheHeaderFieldOrTheCookie() {
    assertThat(
            gate.admit(named("GET", "/api/runs").header("Authorization", "bearer secret-b").build())
                .caller())
        .contains("ben");
    assertThat(
            gate.admit(
                    named("GET", "/api/runs").header("Cookie", "a=b; sluice-8787=secret-a").build())
                .caller())
        .contains("ann");
    assertThat(
            refusal(named("GET", "/api/runs").header("Cookie", "sluice-8788=secret-a").build())
                .status())
        .isEqualTo(401);
  }

  @Test
  void fiveWrongTokensAMinuteAreTooManyAndDoNotLockTheRightOneOut() {
    Request guess =
        named("GET", "/api/runs").address("10.0.0.9").header("Authorization", "Bearer x").build();
    for (int time = 0; time < 5; time++) {
      assertThat(refusal(guess).status()).isEqualTo(401);
    }
    Request right =
        named("GET", "/api/runs")
            .address("10.0.0.9")
            .header("Authorization", "Bearer secret-a")
            .build();
    assertThat(refusal(guess).status()).isEqualTo(429);
    assertThat(refusal(guess).reply().headers()).contains(new HeaderField("Retry-After", "61"));
    assertThat(gate.admit(right).caller()).contains("ann");

    clock.addAndGet(60_000_000_000L);
    assertThat(refusal(guess).status()).isEqualTo(401);
  }

  @Test
  void aTokenWithARateIsGrantedSoManyRequestsAMinute() {
    Request request = named("GET", "/api/runs").header("Authorization", "Bearer secret-b").build();
    gate.admit(request);
    gate.admit(request);

    assertThat(refusal(request).code()).isEqualTo("rate_limited");
    clock.addAndGet(60_000_000_000L);
    assertThat(gate.admit(request).caller()).contains("ben");
  }

  @Test
  void aPreflightIsAnsweredForAllowedOriginsOnly() {
    Request.Builder preflight =
        named("OPTIONS", "/v1/chat/completions")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization, content-type");
    Request allowed = preflight.header("Origin", "https://app.example").build();

    Optional<Reply> reply = gate.preflight(allowed);

    assertThat(reply.orElseThrow().status()).isEqualTo(204);
    assertThat(reply.orElseThrow().headers())
        .contains(new HeaderField("Access-Control-Allow-Headers", "authorization, content-type"));
    assertThat(gate.shared(allowed))
        .containsExactly(
            new HeaderField("Access-Control-Allow-Origin", "https://app.example"),
            new HeaderField("Vary", "Origin"));
    Request other = named("OPTIONS", "/api/runs").header("Origin", "https://evil.example").build();
    assertThat(gate.preflight(other)).isEmpty();
    assertThat(gate.shared(other)).containsExactly(new HeaderField("Vary", "Origin"));
  }

  @Test
  void noTokenStandsInAnyMessage() {
    Request guess =
        named("GET", "/api/runs?token=secret-c").header("Authorization", "Bearer secret-c").build();

    assertThat(refusal(guess)).message().doesNotContain("secret-c");
    assertThat(guess.toString()).isEqualTo("GET /api/runs");
    assertThat(AccessToken.of("ann", "secret-a").toString()).isEqualTo("AccessToken ann");
  }

  @Test
  void aHashThatIsNoneIsRefusedWithTheRemedy() {
    assertThatThrownBy(() -> AccessToken.hashed("ann", "abc"))
        .hasMessage(
            "the sha256 of the token 'ann' is not 64 hexadecimal digits; make it with: printf %s"
                + " TOKEN | sha256sum");
    String sha256 = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";
    assertThat(AccessToken.hashed("ann", sha256).matches(AccessToken.hash("secret"))).isTrue();
  }

  private Refusal refusal(Request request) {
    return catchThrowableOfType(Refusal.class, () -> gate.admit(request));
  }

  private static Request.Builder page() {
    return Request.builder("GET", "/");
  }

  private static Request.Builder named(String method, String path) {
    return Request.builder(method, path).header("Host", OURS);
  }

  private static Request.Builder asked(String method, String path) {
    return named(method, path).header("Authorization", "Bearer secret-a");
  }

  private static Request typed(String method, String path) {
    return asked(method, path).header("Sec-Fetch-Site", "none").build();
  }
}
