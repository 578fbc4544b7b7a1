package io.sluice.sinks.console;

import java.util.Map;

/**
 * Says what one output of a process may contain beside plain text. All programs that print answers
 * use the same rules, including those of <a href="https://no-color.org">no-color.org</a> and <a
 * href="https://force-color.org">force-color.org</a>.
 *
 * @param device the device that shows the output
 * @param styled whether it may contain escape sequences for bold text and colours
 */
public record OutputStyle(Device device, boolean styled) {

  /** The style of an output for programs: bytes without any change. */
  public static OutputStyle plain() {
    return new OutputStyle(Device.FILE, false);
  }

  /**
   * The style that these environment variables request. {@code FORCE_COLOR} takes precedence over
   * {@code NO_COLOR}, and both over the abilities of the device. An empty variable counts as not
   * set.
   *
   * @param terminal whether a terminal shows the output
   */
  public static OutputStyle of(boolean terminal, Map<String, String> environment) {
    Device device = device(terminal, environment);
    boolean styled =
        isSet("FORCE_COLOR", environment)
            || (device == Device.TERMINAL && !isSet("NO_COLOR", environment));
    return new OutputStyle(device, styled);
  }

  /** The style without colours. */
  public OutputStyle unstyled() {
    return new OutputStyle(device, false);
  }

  /** Whether a person reads the output as it is written. */
  public boolean isTerminal() {
    return device != Device.FILE;
  }

  private static Device device(boolean terminal, Map<String, String> environment) {
    if (!terminal) {
      return Device.FILE;
    }
    return "dumb".equals(environment.get("TERM")) ? Device.DUMB_TERMINAL : Device.TERMINAL;
  }

  private static boolean isSet(String variable, Map<String, String> environment) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** The kind of device that shows an output. */
  public enum Device {
    /** A file, a pipe or a socket. */
    FILE,
    /** A terminal for plain text only ({@code TERM=dumb}). */
    DUMB_TERMINAL,
    /** A terminal that interprets escape sequences. */
    TERMINAL
  }
}
