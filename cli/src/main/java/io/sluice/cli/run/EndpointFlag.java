package io.sluice.cli.run;

import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import picocli.CommandLine.Model.OptionSpec;

/** The flag that names an endpoint. */
final class EndpointFlag {
  private EndpointFlag() {}

  static OptionSpec option() {
    return Flag.value(
        FlagKey.ENDPOINT,
        "NAME",
        "the endpoint to ask: groq, mistral, ollama …, or one of sluice.yaml; 'sluice config' lists them");
  }
}
