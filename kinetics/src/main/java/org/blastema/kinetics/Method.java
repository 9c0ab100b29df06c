package org.blastema.kinetics;

/** Which integrator is used. */
public enum Method {
    /** Chosen from the patient's own equations. */
    AUTO,
    /** Explicit, order 5 (Tsitouras 2011). */
    TSIT5,
    /** For stiff equations, order 4 (Hairer and Wanner 1996). */
    RODAS4
}
