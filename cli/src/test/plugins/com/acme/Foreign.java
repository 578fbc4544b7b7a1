package com.acme;

/** No plugin at all. */
public final class Foreign {}
