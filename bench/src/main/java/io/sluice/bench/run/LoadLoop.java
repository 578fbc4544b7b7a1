package io.sluice.bench.run;

import io.sluice.chat.ChatRequest;

/** Decides when the requests of a level are sent. Used for one level. */
interface LoadLoop {

  /** What a loop needs of its level. */
  interface Level {

    /** Prepares a request. */
    ChatRequest request(int number);

    /** A request is due; opens the window once the warm-up is over. */
    void due(int number, long at);

    /** Sends a request; {@code ended} is called once it has ended. */
    void send(int number, ChatRequest request, long due, Runnable ended);

    /** A request that is due is not sent: too many are under way. */
    void held(int number, long due);

    /** Sends a request that was held, because one under way has ended. */
    void sendHeld(int number, ChatRequest request, long due, Runnable ended);

    /** Waits until that moment; returns false if the level was stopped. */
    boolean await(long moment);
  }

  /**
   * Sends requests, on this thread and on those on which requests end, until the level is over, and
   * returns then: requests may still be under way.
   */
  void run(long start, Level level);
}
