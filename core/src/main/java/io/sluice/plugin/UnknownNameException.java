package io.sluice.plugin;

/**
 * Thrown when no plugin binds an extension of that name. The message is one line that suggests the
 * nearest name and lists the known ones.
 */
public final class UnknownNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String name;

  UnknownNameException(String kind, String name, String message) {
    super(message);
    this.kind = kind;
    this.name = name;
  }

  /** The kind of extension that was asked for, such as {@code sink}. */
  public String kind() {
    return kind;
  }

  /** The name that no plugin binds. */
  public String name() {
    return name;
  }
}
