package io.sluice.cli.offline;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.simulator.SimulatedApi;
import io.sluice.wire.Dialect;
import java.util.Optional;

/**
 * The built-in model, as one call asks it.
 *
 * @param dialect the dialect in which it is asked
 * @param api the same, as the simulator speaks it
 * @param name the model's name
 * @param notice says to a person that it answers, and why
 */
public record BuiltInModel(Dialect dialect, SimulatedApi api, String name, String notice) {
  /** The name of the model. */
  public static final String NAME = "sluice-offline";

  /** Another name of it, by which it sends reasoning before its text. */
  private static final String REASONING_NAME = NAME + "-reasoning";

  /**
   * The model for a call that asks for it.
   *
   * @param named the model that the user names
   * @throws UsageException if it does not speak that dialect
   */
  public static BuiltInModel asked(Dialect dialect, Optional<String> named) {
    SimulatedApi api =
        SimulatedApi.of(dialect.name()).orElseThrow(() -> new UsageException(unspoken(dialect)));
    return new BuiltInModel(dialect, api, model(named), notice("", named));
  }

  /**
   * The model for a call that names no server.
   *
   * @param named the model that the user names
   * @throws UsageException if the dialect is not the usual one, because a dialect is chosen for a
   *     server
   */
  public static BuiltInModel offered(Dialect dialect, Optional<String> named) {
    SimulatedApi api = SimulatedApi.OPENAI;
    if (!SimulatedApi.of(dialect.name()).equals(Optional.of(api))) {
      throw new UsageException(unasked(dialect));
    }
    String why = "no " + dialect.defaults().keyVariable() + "; ";
    return new BuiltInModel(dialect, api, model(named), notice(why, named));
  }

  private static String model(Optional<String> named) {
    return named.filter(REASONING_NAME::equals).orElse(NAME);
  }

  private static String unspoken(Dialect dialect) {
    return "the built-in model does not speak '"
        + dialect.name()
        + "'; leave out "
        + FlagKey.OFFLINE.flag()
        + " or "
        + FlagKey.DIALECT.flag();
  }

  private static String unasked(Dialect dialect) {
    String set =
        "no " + dialect.defaults().keyVariable() + "; set it, or " + FlagKey.BASE_URL.flag();
    return SimulatedApi.of(dialect.name()).isPresent()
        ? set + ", or ask the built-in model with " + FlagKey.OFFLINE.flag()
        : set + ": the built-in model does not speak '" + dialect.name() + "'";
  }

  private static String notice(String why, Optional<String> named) {
    String instead =
        named
            .filter(model -> !model.equals(NAME) && !model.equals(REASONING_NAME))
            .map(model -> ", not " + model)
            .orElse("");
    return "offline: " + why + "a small built-in model answers" + instead;
  }
}
