package io.sluice.simulator.junit;

import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a simulator of its own, and closes it when the test has ended. As a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * final SimulatorExtension simulator =
 *     SimulatorExtension.of(Simulator.builder().fault(Fault.parse("cut=3")));
 * }</pre>
 *
 * <p>Or, if the offline model without faults is enough, as
 * {@code @ExtendWith(SimulatorExtension.class)}; tests then take a parameter of type {@link
 * Simulator}. Mutable; for tests that do not run at the same time in one instance.
 */
public final class SimulatorExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private final SimulatorBuilder builder;
  private Optional<Simulator> running = Optional.empty();

  /** Uses the offline model, on a free port, without faults. */
  public SimulatorExtension() {
    this(Simulator.builder());
  }

  private SimulatorExtension(SimulatorBuilder builder) {
    this.builder = builder;
  }

  /** Starts a new simulator with the builder's settings for each test. */
  public static SimulatorExtension of(SimulatorBuilder builder) {
    return new SimulatorExtension(builder);
  }

  /** The simulator of the running test. */
  public Simulator simulator() {
    return running.orElseThrow(
        () ->
            new IllegalStateException("no test is running; register this with @RegisterExtension"));
  }

  /** The base URL for clients, including {@code /v1}. */
  public URI baseUrl() {
    return simulator().baseUrl();
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    running = Optional.of(builder.start());
  }

  @Override
  public void afterEach(ExtensionContext test) {
    running.ifPresent(Simulator::close);
    running = Optional.empty();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Simulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return simulator();
  }
}
