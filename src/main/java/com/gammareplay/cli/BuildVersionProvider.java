package com.gammareplay.cli;

import com.gammareplay.report.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** The version that results carry too. */
final class BuildVersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"gamma-replay " + BuildVersion.current()};
    }
}
