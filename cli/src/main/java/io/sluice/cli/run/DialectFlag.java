package io.sluice.cli.run;

import io.sluice.cli.command.Flag;
import io.sluice.cli.settings.FlagKey;
import picocli.CommandLine.Model.OptionSpec;

/** Declares the flag that names a dialect. */
public final class DialectFlag {
  /** The dialect that is spoken where none is named, and by the built-in model. */
  static final String USUAL = "openai";

  private DialectFlag() {}

  static OptionSpec ofServer() {
    return Flag.value(
        FlagKey.DIALECT,
        "NAME",
        "what the server speaks: openai (the default), anthropic, bedrock, cohere, gemini,"
            + " ollama, responses");
  }

  /** The flag that names the dialect of a record. */
  public static OptionSpec ofRecords() {
    return Flag.value(
        FlagKey.DIALECT,
        "NAME",
        "what recorded answers are in, such as openai or gemini; else what they look like");
  }
}
