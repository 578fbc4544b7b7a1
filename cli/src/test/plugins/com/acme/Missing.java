package com.acme;

/** Left out of the jars, as a library is that somebody forgot to pack. */
class Missing {
  void ring() {}
}
