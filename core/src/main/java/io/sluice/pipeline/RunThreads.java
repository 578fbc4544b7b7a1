package io.sluice.pipeline;

import io.sluice.thread.DaemonThreads;
import java.util.concurrent.Executor;

/** The threads of pipelines without an executor of their own; all pipelines share them. */
final class RunThreads {

  static final Executor SHARED = DaemonThreads.executor("sluice-run-");

  private RunThreads() {}
}
