package io.sluice.sinks.opentelemetry.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is made of the warnings of SDKs. */
class SdkWarningsTest {

  private static final Logger SDK = Logger.getLogger("io.opentelemetry.exporter");

  @Test
  void theFirstWarningIsKeptWithTheEndpoint() {
    try (var warnings = new SdkWarnings()) {
      assertThat(warnings.complaint("http://one:4318")).isEmpty();
      SDK.warning("refused");
      SDK.warning("refused again");

      assertThat(warnings.complaint("http://one:4318"))
          .contains("not everything was delivered to http://one:4318: refused");
    }
  }

  @Test
  void noEndpointIsNamedIfTheWarningMayBeOfAnotherSdk() {
    try (var one = new SdkWarnings();
        var other = new SdkWarnings()) {
      SDK.warning("refused");

      assertThat(one.complaint("http://one:4318"))
          .contains("not everything was delivered: refused");
      assertThat(other.complaint("http://other:4318"))
          .contains("not everything was delivered: refused");
    }
  }
}
