package io.mortise.admin.internal.modules;

import java.nio.file.Path;
import java.util.jar.Manifest;
import org.osgi.framework.Version;

/**
 * A bundle's jar on disk that was looked through and found sound.
 *
 * @param id its symbolic name
 * @param signer the name in the certificate that all of it is signed with; "" when it isn't signed. It is shown only:
 *     nobody has vouched for the certificate.
 */
record ModuleFile(Path path, String id, Version version, String signer, Manifest manifest) {}
