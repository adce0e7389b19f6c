/** What signed texts look like, for the API's description. The key is nobody's. */
export const EXAMPLE_CHECKPOINT =
  'samordna/exempel\n2\nqINS1GRFhWHwdkUeqLEoP4yEMkTBBzxBkGwGQlVlVcs=\n\n— samordna/exempel Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';
export const EXAMPLE_KEY = 'samordna/exempel+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8';
export const EXAMPLE_PROOF = `c2sp.org/tlog-proof@v1\nindex 0\nCMqY2ZDDxHWJTcDFW7JTRHRpBC0ksNnjjbH0AYlGqXI=\n\n${EXAMPLE_CHECKPOINT}`;
