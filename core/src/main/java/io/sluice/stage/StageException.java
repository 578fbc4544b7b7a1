package io.sluice.stage;

/** What a stage threw, as the failure of a sink behind it. The cause is what was thrown. */
public final class StageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the stage and says what it threw, in one line. */
  StageException(String stage, Throwable cause) {
    super("stage '" + stage + "': " + said(cause), cause);
  }

  private static String said(Throwable cause) {
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : message.strip().replaceAll("\\R\\s*", " ");
  }
}
