package io.sluice.sinks.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretVariablesTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "OPENAI_API_KEY", "sk-1",
              "GITHUB_TOKEN", "ghp-1",
              "AWS_SECRET_ACCESS_KEY", "s",
              "PGPASSWORD", "p",
              "HTTPS_PROXY", "http://user:pass@proxy:3128",
              "HTTP_PROXY", "http://proxy:3128",
              "SSH_AUTH_SOCK", "/run/agent",
              "PATH", "/bin"));

  @Test
  void whatIsSecretByItsNameOrHoldsAPasswordIsTakenOut() {
    SecretVariables.removeFrom(environment, Set.of());

    assertThat(environment).containsOnlyKeys("HTTP_PROXY", "SSH_AUTH_SOCK", "PATH");
  }

  @Test
  void whatIsHandedOnByNameStays() {
    SecretVariables.removeFrom(environment, Set.of("GITHUB_TOKEN"));

    assertThat(environment).containsKey("GITHUB_TOKEN").doesNotContainKey("OPENAI_API_KEY");
  }
}
